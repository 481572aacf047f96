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

/** What the user may do with one cluster. */
class RowActions extends Div {
    RowActions(Cluster cluster, Clusters clusters, CurrentUser user) {
        addClassName("row-actions");
        if (user.has(Role.OPERATOR)) {
            Button check = button(Icon.REFRESH, "cluster.action.check", cluster);
            check.setEnabled(cluster.status().running() == null);
            check.setDisableOnClick(true);
            check.addClickListener(click -> clusters.requestCheck(cluster.id()));
            add(check);
        }
        if (user.has(Role.ADMINISTRATOR)) {
            Button edit = button(Icon.EDIT, "cluster.action.edit", cluster);
            edit.addClickListener(click -> ClusterNavigation.edit(cluster.id()));
            Button delete = button(Icon.TRASH, "cluster.action.delete", cluster);
            delete.addClickListener(click -> new DeleteDialog(cluster, clusters).open());
            add(edit, delete);
        }
    }

    private static Button button(Icon icon, String key, Cluster cluster) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(Translated.of(key));
        button.setAriaLabel(Translated.of(key + ".of", cluster.name()));
        return button;
    }
}
