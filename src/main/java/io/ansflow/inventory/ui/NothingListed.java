package io.ansflow.inventory.ui;

import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.ClusterNavigation;

/** What stands in the place of a list's rows where there are none, and what to do about it. */
public final class NothingListed {
    private NothingListed() {}

    /**
     * Says that there are no clusters, that nothing is known, or that nothing fulfils the filters.
     *
     * @param texts what the keys of {@code .noclusters}, {@code .none} and {@code .nomatch} begin with
     * @param icon of what is listed
     * @param filtered whether there are filters, which are then offered to be cleared
     */
    public static ListMessage message(String texts, Icon icon, boolean noClusters, boolean filtered, Runnable clear) {
        if (noClusters) {
            Button clusters =
                    new Button(Translated.of("resources.empty.noclusters.open"), click -> ClusterNavigation.list());
            return new ListMessage(Icon.CLUSTER, texts + ".noclusters", clusters);
        }
        if (!filtered) {
            return new ListMessage(icon, texts + ".none");
        }
        Button button = new Button(Translated.of("resources.empty.nomatch.clear"), click -> clear.run());
        return new ListMessage(Icon.SEARCH, texts + ".nomatch", button);
    }
}
