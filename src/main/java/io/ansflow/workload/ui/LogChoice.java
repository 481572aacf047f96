package io.ansflow.workload.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.ansflow.base.ui.Translated;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.Pods.LogQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which log somebody wants to see, and which part of it. */
class LogChoice extends Div {
    private static final int USUAL_LINES = 500;

    private final transient Runnable changed;
    private final Select<PodSummary> pod = new Select<>();
    private final Select<Container> container = new Select<>();
    private final Select<LogSince> since = new Select<>();
    private final Select<Integer> tail = new Select<>();
    private final Checkbox previous = new Checkbox(Translated.of("workload.logs.previous"));
    private final Checkbox timestamps = new Checkbox(Translated.of("workload.logs.timestamps"));
    private boolean offering;

    /**
     * @param alone whether there is only one pod to be chosen
     * @param changed called when something else was chosen
     */
    LogChoice(boolean alone, Runnable changed) {
        this.changed = changed;
        pod.setLabel(Translated.of("workload.logs.pod"));
        pod.setItemLabelGenerator(one -> one.name() + " · " + one.status());
        pod.setVisible(!alone);
        pod.addClassName("log-pod");
        container.setLabel(Translated.of("workload.logs.container"));
        container.setItemLabelGenerator(LogChoice::describe);
        since.setLabel(Translated.of("workload.logs.since"));
        since.setItems(LogSince.values());
        since.setItemLabelGenerator(choice -> Translated.of("workload.logs." + choice));
        since.setValue(LogSince.EVER);
        tail.setLabel(Translated.of("workload.logs.tail"));
        tail.setItems(100, USUAL_LINES, 1_000, LogBuffer.MOST_LINES);
        tail.setItemLabelGenerator(lines -> Translated.of("workload.logs.lines", lines));
        tail.setValue(USUAL_LINES);
        previous.setTooltipText(Translated.of("workload.logs.previous.help"));
        pod.addValueChangeListener(change -> choosePod(change.getValue()));
        List.<HasValue<?, ?>>of(container, since, tail, previous, timestamps)
                .forEach(field -> field.addValueChangeListener(change -> changed()));
        Div boxes = new Div(previous, timestamps);
        boxes.addClassName("log-boxes");
        addClassName("log-choice");
        add(pod, container, since, tail, boxes);
    }

    /** The pods that there are now; what was chosen stays chosen if it is among them. */
    void offer(List<PodSummary> pods) {
        String before = pod().map(PodSummary::uid).orElse("");
        String containerBefore = container.isEmpty() ? "" : container.getValue().name();
        offering = true;
        pod.setItems(pods);
        pods.stream()
                .filter(one -> one.uid().equals(before))
                .findFirst()
                .or(() -> pods.stream().findFirst())
                .ifPresent(pod::setValue);
        pod().stream()
                .flatMap(one -> one.containers().stream())
                .filter(one -> one.name().equals(containerBefore))
                .findFirst()
                .ifPresent(container::setValue);
        offering = false;
    }

    Optional<PodSummary> pod() {
        return pod.getOptionalValue();
    }

    Optional<String> container() {
        return container.getOptionalValue().map(Container::name);
    }

    /** @param container one of the pod's */
    LogQuery query(String container) {
        boolean ended = previous.getValue();
        return new LogQuery(container, ended, since.getValue().age(), tail.getValue(), !ended, timestamps.getValue());
    }

    private void choosePod(PodSummary chosen) {
        boolean before = offering;
        offering = true;
        List<Container> all = Objects.isNull(chosen) ? List.of() : chosen.containers();
        container.setItems(all);
        all.stream().filter(one -> one.role() == Container.Role.APP).findFirst().ifPresent(container::setValue);
        offering = before;
        changed();
    }

    private void changed() {
        if (!offering) {
            changed.run();
        }
    }

    private static String describe(Container container) {
        return container.role() == Container.Role.APP
                ? container.name()
                : container.name() + " · " + Translated.of("workload.container." + container.role());
    }
}
