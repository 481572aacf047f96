package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import io.ansflow.namespace.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How much all of a namespace may ask for. */
class QuotaFields extends Div {
    private final AmountField cpu;
    private final AmountField memory;
    private final AmountField storage;
    private final AmountField pods;

    QuotaFields(Runnable changed) {
        cpu = new AmountField(Translated.of("namespace.quota.cpu"), "4", false, changed);
        memory = new AmountField(Translated.of("namespace.quota.memory"), "8Gi", false, changed);
        storage = new AmountField(Translated.of("namespace.quota.storage"), "100Gi", false, changed);
        pods = new AmountField(Translated.of("namespace.quota.pods"), "50", true, changed);
        addClassName("field-grid");
        add(cpu, memory, storage, pods);
    }

    Quota value() {
        return new Quota(cpu.amount(), memory.amount(), storage.amount(), pods.amount());
    }

    void show(Quota quota) {
        cpu.amount(quota.cpu());
        memory.amount(quota.memory());
        storage.amount(quota.storage());
        pods.amount(quota.pods());
    }

    /** Marks what cannot be used; whether there is nothing to mark. */
    boolean check() {
        return Stream.of(cpu, memory, storage, pods)
                        .filter(field -> !field.check())
                        .count()
                == 0;
    }

    /** The field that takes a component of a {@link Quota}. */
    Optional<AmountField> field(String name) {
        return Optional.ofNullable(Map.of("cpu", cpu, "memory", memory, "storage", storage, "pods", pods)
                .get(name));
    }
}
