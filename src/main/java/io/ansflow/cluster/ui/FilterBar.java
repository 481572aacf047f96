package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.FacetChips;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Reachability;
import java.util.Collection;

/** Where a person says what of the list is wanted. */
class FilterBar extends Div {
    private final TextField text = new TextField();
    private final FacetChips<Reachability> reachability;
    private final FacetChips<Environment> environments;

    /** Told of changes that a person makes. */
    interface Listener {
        /**
         * The person wants this from now on.
         *
         * @param typing whether the text changed, so that more is likely to follow
         */
        void filterChanged(ClusterFilter filter, boolean typing);
    }

    FilterBar(Listener listener) {
        reachability = new FacetChips<>(
                Reachability.class,
                "reachability.",
                "cluster.column.status",
                () -> listener.filterChanged(filter(), false));
        environments = new FacetChips<>(
                Environment.class,
                "cluster.environment.",
                "cluster.field.environment",
                () -> listener.filterChanged(filter(), false));
        text.setPlaceholder(Translated.of("clusters.search"));
        text.setAriaLabel(Translated.of("clusters.search"));
        text.setPrefixComponent(Icon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.filterChanged(filter(), true);
            }
        });
        add(text, reachability, environments);
        addClassName("filter-bar");
        getElement().setAttribute("role", "search");
    }

    void show(ClusterFilter filter) {
        text.setValue(filter.text());
        reachability.choose(filter.reachability());
        environments.choose(filter.environments());
    }

    /** Counts what each button would show. */
    void count(ClusterFilter filter, Collection<Cluster> clusters) {
        reachability.count(filter.countReachability(clusters));
        environments.count(filter.countEnvironments(clusters));
    }

    private ClusterFilter filter() {
        return new ClusterFilter(text.getValue(), reachability.chosen(), environments.chosen());
    }
}
