package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.FacetChips;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.inventory.Count;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ResourceQuery.Label;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a person says which resources are wanted, besides their kind. */
public class ResourceFilterBar extends Div {
    private static final int MOST_NAMESPACES = 1000;

    private final transient Inventory inventory;
    private final TextField text = new TextField();
    private final MultiSelectComboBox<ClusterId> clusters = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> namespaces = new MultiSelectComboBox<>();
    private final TextField labels = new TextField();
    private final FacetChips<Health> health;
    private transient Map<ClusterId, Cluster> offered = Map.of();
    private transient ResourceQuery shown = ResourceQuery.ALL;

    /** Told of changes that a person makes. */
    public interface Listener {
        /**
         * The person wants these from now on.
         *
         * @param typing whether a text changed, so that more is likely to follow
         */
        void queryChanged(ResourceQuery query, boolean typing);
    }

    /**
     * What can be chosen.
     *
     * @param search key of what the field for words is called
     * @param statuses the statuses that occur
     * @param statusTexts prefix of the keys of their texts
     * @param namespaces whether resources live in namespaces
     */
    public record Offer(String search, Set<Health> statuses, String statusTexts, boolean namespaces) {
        static final Offer EVERYTHING =
                new Offer("resources.search", EnumSet.allOf(Health.class), "inventory.health.", true);
    }

    ResourceFilterBar(Inventory inventory, Listener listener) {
        this(inventory, Offer.EVERYTHING, listener);
    }

    public ResourceFilterBar(Inventory inventory, Offer offer, Listener listener) {
        this.inventory = inventory;
        this.health = new FacetChips<>(
                Health.class,
                offer.statuses(),
                offer.statusTexts(),
                "resources.column.status",
                () -> listener.queryChanged(query(), false));
        prepare(text, offer.search(), listener);
        text.setPrefixComponent(Icon.SEARCH.create());
        prepare(labels, "resources.filter.labels", listener);
        labels.addClassName("filter-labels");
        prepareClusters(listener);
        prepareNamespaces(listener);
        namespaces.setVisible(offer.namespaces());
        add(text, clusters, namespaces, labels, health);
        addClassNames("filter-bar", "resource-filters");
        getElement().setAttribute("role", "search");
    }

    /** Lets people choose among these clusters, in this order. */
    public void offer(Map<ClusterId, Cluster> all) {
        boolean same = List.copyOf(offered.keySet()).equals(List.copyOf(all.keySet()));
        offered = all;
        if (!same) {
            clusters.setItems(List.copyOf(all.keySet()));
            clusters.setValue(chosen());
        }
    }

    public void show(ResourceQuery query) {
        shown = query;
        text.setValue(query.text());
        clusters.setValue(chosen());
        namespaces.getLazyDataView().refreshAll();
        namespaces.setValue(query.namespaces());
        labels.setValue(query.labels().stream().map(Label::toString).collect(Collectors.joining(", ")));
        health.choose(query.health());
    }

    /** Counts what each status would show. */
    public void count(Map<Health, Count> counts) {
        counts.forEach((status, count) ->
                health.count(status, ResourceCounts.words(count), count.exact() && count.value() == 0));
    }

    private void prepare(TextField field, String label, Listener listener) {
        field.setPlaceholder(Translated.of(label));
        field.setAriaLabel(Translated.of(label));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.queryChanged(query(), true);
            }
        });
    }

    private void prepareClusters(Listener listener) {
        clusters.setPlaceholder(Translated.of("resources.filter.clusters"));
        clusters.setAriaLabel(Translated.of("resources.filter.clusters"));
        clusters.setClearButtonVisible(true);
        clusters.setItemLabelGenerator(id -> cluster(id).map(Cluster::name).orElse(""));
        clusters.setRenderer(new ComponentRenderer<>(
                id -> cluster(id).<Component>map(ClusterTag::new).orElseGet(Span::new)));
        clusters.setItems(List.of());
        clusters.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.queryChanged(query(), false);
            }
        });
    }

    /** A namespace can also be typed: where namespaces may not be listed, what is in them may well be known. */
    private void prepareNamespaces(Listener listener) {
        namespaces.setPlaceholder(Translated.of("resources.filter.namespaces"));
        namespaces.setAriaLabel(Translated.of("resources.filter.namespaces"));
        namespaces.setClearButtonVisible(true);
        namespaces.setAllowCustomValue(true);
        namespaces.setItems(wanted -> {
            int limit = Math.min(wanted.getOffset() + wanted.getLimit(), MOST_NAMESPACES);
            return inventory.namespaces(clusterIds(), wanted.getFilter().orElse(""), limit).stream()
                    .skip(wanted.getOffset());
        });
        namespaces.addCustomValueSetListener(typed -> {
            Set<String> all = new LinkedHashSet<>(namespaces.getValue());
            all.add(typed.getDetail().strip());
            namespaces.setValue(all);
            listener.queryChanged(query(), false);
        });
        namespaces.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.queryChanged(query(), false);
            }
        });
    }

    private ResourceQuery query() {
        shown = new ResourceQuery(
                shown.kinds(),
                clusterIds(),
                namespaces.getValue(),
                health.chosen(),
                typedLabels(),
                text.getValue().strip());
        return shown;
    }

    /** Those of the address that are not registered any more stay until the person chooses others. */
    private Set<ClusterId> clusterIds() {
        return clusters.getValue().isEmpty() && chosen().isEmpty() ? shown.clusters() : clusters.getValue();
    }

    private List<Label> typedLabels() {
        return Arrays.stream(labels.getValue().split(",", -1))
                .map(Label::parse)
                .filter(label -> !label.key().isEmpty())
                .toList();
    }

    /** Those of the address that are registered. */
    private Set<ClusterId> chosen() {
        return offered.keySet().stream()
                .filter(shown.clusters()::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Cluster> cluster(ClusterId id) {
        return Optional.ofNullable(offered.get(id));
    }
}
