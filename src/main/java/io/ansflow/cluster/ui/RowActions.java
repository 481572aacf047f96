package io.ansflow.cluster.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the user may do with one cluster. The buttons stay while what the row shows changes, so that a check does not take
 * the focus from those who work with the keyboard.
 */
class RowActions extends Div {
    private final transient Map<String, Button> buttons = new HashMap<>();
    private transient Cluster cluster;

    RowActions(Cluster cluster, Clusters clusters, CurrentUser user) {
        this.cluster = cluster;
        addClassName("row-actions");
        if (user.has(Role.OPERATOR)) {
            offer(Icon.REFRESH, "cluster.action.check", wanted -> clusters.requestCheck(wanted.id()))
                    .setDisableOnClick(true);
        }
        if (user.has(Role.ADMINISTRATOR)) {
            offer(Icon.EDIT, "cluster.action.edit", wanted -> ClusterNavigation.edit(wanted.id()));
            offer(Icon.TRASH, "cluster.action.delete", wanted -> new DeleteDialog(wanted, clusters).open());
        }
        show(cluster);
    }

    /** The same cluster, as it is now. */
    void show(Cluster now) {
        cluster = now;
        buttons.forEach((key, button) -> button.setAriaLabel(Translated.of(key + ".of", now.name())));
        Button check = buttons.get("cluster.action.check");
        if (check != null) {
            check.setEnabled(now.status().running() == null);
        }
    }

    private Button offer(Icon icon, String key, Consumer<Cluster> action) {
        Button button = new Button(icon.create(), click -> action.accept(cluster));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(Translated.of(key));
        buttons.put(key, button);
        add(button);
        return button;
    }
}
