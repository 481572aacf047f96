package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import io.ansflow.namespace.ContainerLimits;
import io.ansflow.namespace.ContainerLimits.Amounts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a container of the namespace gets where it asks for nothing, and may have at most. */
class LimitFields extends Div {
    private final AmountField requestCpu;
    private final AmountField requestMemory;
    private final AmountField limitCpu;
    private final AmountField limitMemory;
    private final AmountField maxCpu;
    private final AmountField maxMemory;

    LimitFields(Runnable changed) {
        requestCpu = new AmountField(Translated.of("namespace.limits.request.cpu"), "100m", false, changed);
        requestMemory = new AmountField(Translated.of("namespace.limits.request.memory"), "128Mi", false, changed);
        limitCpu = new AmountField(Translated.of("namespace.limits.limit.cpu"), "500m", false, changed);
        limitMemory = new AmountField(Translated.of("namespace.limits.limit.memory"), "512Mi", false, changed);
        maxCpu = new AmountField(Translated.of("namespace.limits.max.cpu"), "2", false, changed);
        maxMemory = new AmountField(Translated.of("namespace.limits.max.memory"), "4Gi", false, changed);
        addClassName("field-grid");
        add(requestCpu, requestMemory, limitCpu, limitMemory, maxCpu, maxMemory);
    }

    ContainerLimits value() {
        return new ContainerLimits(
                new Amounts(requestCpu.amount(), requestMemory.amount()),
                new Amounts(limitCpu.amount(), limitMemory.amount()),
                new Amounts(maxCpu.amount(), maxMemory.amount()));
    }

    /** Marks what cannot be used; whether there is nothing to mark. */
    boolean check() {
        return Stream.of(requestCpu, requestMemory, limitCpu, limitMemory, maxCpu, maxMemory)
                        .filter(field -> !field.check())
                        .count()
                == 0;
    }

    /** The field to blame for what is wrong with all amounts of cpu, or of memory. */
    Optional<AmountField> field(String name) {
        return Optional.ofNullable(
                Map.of("limits.cpu", limitCpu, "limits.memory", limitMemory).get(name));
    }
}
