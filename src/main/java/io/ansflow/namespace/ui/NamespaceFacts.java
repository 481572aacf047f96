package io.ansflow.namespace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Addresses;
import io.ansflow.base.ui.PropertyList;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ResourceQuery.Label;
import io.ansflow.inventory.ui.ResourceAddress;
import io.ansflow.namespace.NamespaceDetail;
import java.util.List;
import java.util.TreeMap;

/** A namespace as its cluster has it now: quotas, labels, annotations and what else there is to know. */
class NamespaceFacts extends Div {
    NamespaceFacts() {
        addClassName("namespace-live");
    }

    void show(NamespaceDetail now) {
        removeAll();
        add(
                NamespaceForm.section("namespaces.column.quota", new QuotaTable(now.quotas())),
                NamespaceForm.section("namespaces.column.labels", labels(now)),
                metadata(now));
    }

    private static Component labels(NamespaceDetail now) {
        Div labels = new Div();
        labels.addClassName("resource-labels");
        if (now.labels().isEmpty()) {
            labels.add(new SecondaryText(Translated.of("namespace.labels.none")));
        }
        new TreeMap<>(now.labels()).forEach((key, value) -> {
            Label label = new Label(key, value);
            Anchor link = new Anchor(
                    Addresses.of(
                            NamespaceNavigation.LIST,
                            ResourceAddress.of(ResourceQuery.ALL.labels(List.of(label)))
                                    .toParameters()),
                    label.toString());
            link.addClassNames("label", "mono");
            labels.add(link);
        });
        return labels;
    }

    private static Component metadata(NamespaceDetail now) {
        PropertyList facts = new PropertyList("namespace.annotations");
        new TreeMap<>(now.annotations()).forEach((key, value) -> facts.putAs(key, new Span(value)));
        if (now.annotations().isEmpty()) {
            facts.add(new SecondaryText(Translated.of("namespace.annotations.none")));
        }
        PropertyList rest = new PropertyList("resource.metadata");
        if (now.createdAt() != null) {
            rest.put("resource.created", new RelativeAge(now.createdAt()));
        }
        rest.put("resource.uid", mono(now.uid()));
        Section section = new Section(facts, rest);
        section.addClassNames("form-section", "namespace-metadata");
        return section;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
