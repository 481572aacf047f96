package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.Pods;
import io.ansflow.workload.Pods.Found;
import io.ansflow.workload.ResourceUse;
import io.ansflow.workload.ResourceUse.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pods as they are now, and what they use where the cluster can tell. */
class PodList extends Div {
    private final transient Target target;
    private final transient Pods pods;
    private final transient ResourceUse use;
    private final ProgressBar progress = new ProgressBar();
    private final Div note = new Div();
    private final Div list = new Div();

    PodList(Target target, Pods pods, ResourceUse use) {
        this.target = target;
        this.pods = pods;
        this.use = use;
        progress.setIndeterminate(true);
        list.addClassName("pods");
        Div toolbar = new Div(new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::load));
        toolbar.addClassName("tab-toolbar");
        add(toolbar, progress, note, list);
    }

    /** @param used null where there is no pod to ask about */
    private record Known(Found found, @Nullable Answer<Optional<List<Use>>> used) {}

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Calls.ask(this, progress::setVisible, this::known, this::show, failure -> {
            note.removeAll();
            list.removeAll();
            list.add(new FailureText(failure));
        });
    }

    private Answer<Known> known() {
        return pods.of(target)
                .then(found -> Answer.of(new Known(found, found.pods().isEmpty() ? null : used())));
    }

    private Answer<Optional<List<Use>>> used() {
        return target.kind().equals("nodes") ? use.podsOn(target) : use.pods(target.cluster(), target.namespace());
    }

    private void show(Known known) {
        list.removeAll();
        note.removeAll();
        Optional<Map<String, Use>> used = explain(known.used());
        if (known.found().pods().isEmpty()) {
            list.add(new Paragraph(Translated.of("workload.pods.none")));
        }
        boolean alone = target.kind().equals("pods");
        for (PodSummary pod : known.found().pods()) {
            list.add(new PodCard(
                    target.cluster(), pod, used.map(all -> all.get(key(pod.namespace(), pod.name()))), alone));
        }
        if (!known.found().complete()) {
            list.add(new Paragraph(
                    Translated.of("workload.pods.more", known.found().pods().size())));
        }
    }

    /** What is used, by pod; empty, and said why, if nothing is known. */
    private Optional<Map<String, Use>> explain(@Nullable Answer<Optional<List<Use>>> answer) {
        return switch (answer) {
            case null -> Optional.empty();
            case Answer.Failed<Optional<List<Use>>>(ClusterFailure failure) -> {
                note.add(new Paragraph(Translated.of("workload.use.failed")), new FailureText(failure));
                yield Optional.empty();
            }
            case Answer.Got<Optional<List<Use>>>(Optional<List<Use>> all) -> {
                if (all.isEmpty()) {
                    Paragraph none = new Paragraph(Translated.of("workload.use.none"));
                    none.addClassName("secondary");
                    note.add(none);
                }
                yield all.map(some -> some.stream()
                        .collect(Collectors.toMap(
                                one -> key(one.namespace(), one.name()), Function.identity(), (first, next) -> first)));
            }
        };
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
