package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import io.ansflow.operation.ui.TypedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks for the name of every production cluster that is about to be changed. */
class ProductionNames extends Div {
    private final Runnable changed;
    private final Map<String, TypedName> fields = new HashMap<>();

    /** @param changed called when somebody typed */
    ProductionNames(Runnable changed) {
        this.changed = changed;
        addClassName("action-content");
    }

    /** What was typed for a cluster that is still among them stays. */
    void ask(Collection<Cluster> clusters) {
        Map<String, TypedName> before = Map.copyOf(fields);
        removeAll();
        fields.clear();
        clusters.stream()
                .filter(cluster -> cluster.environment() == Environment.PRODUCTION)
                .map(Cluster::name)
                .sorted()
                .forEach(name -> fields.put(name, before.getOrDefault(name, field(name))));
        fields.keySet().stream().sorted().forEach(name -> add(fields.get(name)));
    }

    /** Whether every name stands there. */
    boolean typed() {
        return fields.values().stream().allMatch(TypedName::matches);
    }

    private TypedName field(String name) {
        return new TypedName(Translated.of("workload.bulk.production", name), name, changed);
    }
}
