package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
class PodList extends LiveList<PodList.Known> {
    private final transient Target target;
    private final transient Pods pods;
    private final transient ResourceUse use;

    PodList(Target target, Pods pods, ResourceUse use) {
        super("pods");
        this.target = target;
        this.pods = pods;
        this.use = use;
    }

    /** @param used null where there is no pod to ask about */
    record Known(Found found, @Nullable Answer<Optional<List<Use>>> used) {}

    @Override
    Answer<Known> ask() {
        return pods.of(target)
                .then(found -> Answer.of(new Known(found, found.pods().isEmpty() ? null : used())));
    }

    private Answer<Optional<List<Use>>> used() {
        return target.kind().equals("nodes") ? use.podsOn(target) : use.pods(target.cluster(), target.namespace());
    }

    @Override
    void show(Known known, Div list) {
        Optional<Map<String, Use>> used = explain(known.used(), list);
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
    private Optional<Map<String, Use>> explain(@Nullable Answer<Optional<List<Use>>> answer, Div list) {
        return switch (answer) {
            case null -> Optional.empty();
            case Answer.Failed<Optional<List<Use>>>(ClusterFailure failure) -> {
                list.add(new Paragraph(Translated.of("workload.use.failed")), new FailureText(failure));
                yield Optional.empty();
            }
            case Answer.Got<Optional<List<Use>>>(Optional<List<Use>> all) -> {
                if (all.isEmpty()) {
                    Paragraph none = new Paragraph(Translated.of("workload.use.none"));
                    none.addClassName("secondary");
                    list.add(none);
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
