package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Translated;
import org.jspecify.annotations.Nullable;

/** What stands in the place of the list of clusters where it is empty: why that is, and what to do about it. */
final class NoClusters {
    private final ClusterGrid grid;
    private final boolean administrator;
    private final Runnable retry;
    private final Runnable clearFilter;
    private @Nullable Reason shown;

    NoClusters(ClusterGrid grid, boolean administrator, Runnable retry, Runnable clearFilter) {
        this.grid = grid;
        this.administrator = administrator;
        this.retry = retry;
        this.clearFilter = clearFilter;
    }

    private enum Reason {
        UNREADABLE,
        NONE,
        NO_MATCH
    }

    /** Says it anew only if it is another reason than before: a button that is replaced while it is clicked does nothing. */
    void explain(boolean readable, boolean any) {
        Reason reason = !readable ? Reason.UNREADABLE : any ? Reason.NO_MATCH : Reason.NONE;
        if (reason != shown) {
            shown = reason;
            grid.setEmptyStateComponent(message(reason));
        }
    }

    static Button addButton() {
        Button add = new Button(Translated.of("clusters.add"), Icon.PLUS.create(), click -> ClusterNavigation.add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private Component message(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> new ListMessage(Icon.WARNING, "clusters.error", button("clusters.retry", retry));
            case NONE ->
                administrator
                        ? new ListMessage(Icon.CLUSTER, "clusters.none", addButton())
                        : new ListMessage(Icon.CLUSTER, "clusters.none.viewer");
            case NO_MATCH ->
                new ListMessage(Icon.SEARCH, "clusters.nomatch", button("clusters.nomatch.clear", clearFilter));
        };
    }

    private static Button button(String text, Runnable action) {
        return new Button(Translated.of(text), click -> action.run());
    }
}
