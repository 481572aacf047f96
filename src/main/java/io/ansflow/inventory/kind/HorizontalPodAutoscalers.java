package io.ansflow.inventory.kind;

import io.ansflow.inventory.Column;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Scales on what it can measure: a target of {@code <unknown>/80%} means that it cannot. */
@Component
@Order(150)
class HorizontalPodAutoscalers implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("horizontalpodautoscalers"),
            "HorizontalPodAutoscaler",
            true,
            List.of(
                    Column.text("reference", "Reference"),
                    Column.text("targets", "Targets"),
                    Column.number("minPods", "MinPods"),
                    Column.number("maxPods", "MaxPods"),
                    Column.number("replicas", "Replicas")));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("hpa");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(
                new ApiResource("autoscaling", "v2", "horizontalpodautoscalers"),
                new ApiResource("autoscaling", "v2beta2", "horizontalpodautoscalers"),
                new ApiResource("autoscaling", "v1", "horizontalpodautoscalers"));
    }

    @Override
    public State state(Cells cells) {
        return cells.text("Targets").contains("<unknown>")
                ? new State("Unknown metrics", Health.WARNING)
                : new State("", Health.HEALTHY);
    }
}
