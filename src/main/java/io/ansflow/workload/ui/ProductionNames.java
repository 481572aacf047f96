package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks for the name of every production cluster that is about to be changed. */
class ProductionNames extends Div {
    private final Runnable changed;
    private final Map<String, TextField> fields = new HashMap<>();

    /** @param changed called when somebody typed */
    ProductionNames(Runnable changed) {
        this.changed = changed;
        addClassName("action-content");
    }

    /** What was typed for a cluster that is still among them stays. */
    void ask(Collection<Cluster> clusters) {
        Map<String, TextField> before = Map.copyOf(fields);
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
        return fields.entrySet().stream()
                .allMatch(entry -> entry.getValue().getValue().equals(entry.getKey()));
    }

    private TextField field(String name) {
        TextField field = new TextField(Translated.of("workload.bulk.production", name));
        field.setWidthFull();
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.getElement().setAttribute("autocomplete", "off");
        field.addValueChangeListener(change -> changed.run());
        return field;
    }
}
