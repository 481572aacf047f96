package io.ansflow.cluster.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Confirmation;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Tone;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.kubernetes.auth.AuthMethods;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds a cluster, or changes one. */
@Route("clusters/new")
@RouteAlias("clusters/:clusterId(\\d{1,18})/edit")
@RolesAllowed("ADMINISTRATOR")
class ClusterFormView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    static final String ID = "clusterId";

    private final transient Clusters clusters;
    private final transient AuthMethods methods;
    private String title = "";
    private @Nullable ClusterForm form;
    private boolean saved;

    ClusterFormView(Clusters clusters, AuthMethods methods) {
        this.clusters = clusters;
        this.methods = methods;
        addClassName("cluster-form-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Long> id = event.getRouteParameters().getLong(ID).filter(value -> value > 0);
        if (id.isEmpty()) {
            show(null);
            return;
        }
        clusters.find(new ClusterId(id.get()))
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form == null || !form.dirty() || saved) {
            return;
        }
        ContinueNavigationAction leave = event.postpone();
        Confirmation.ask("cluster.form.leave", Tone.ERROR, leave::proceed, leave::cancel);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", title);
    }

    private void show(@Nullable Cluster existing) {
        title = existing == null
                ? getTranslation("clusters.add")
                : getTranslation("cluster.form.edit", existing.name());
        ClusterForm shown = new ClusterForm(methods, existing);
        form = shown;
        saved = false;
        Button test = new Button(getTranslation("cluster.test.start"), Icon.PLUG.create());
        Button save = new Button(getTranslation("cluster.form.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Consumer<Boolean> busy = isBusy -> Stream.of(test, save).forEach(button -> button.setEnabled(!isBusy));
        ConnectionTest running = new ConnectionTest(this, shown, clusters, existing, busy, this::saved, this::load);
        test.addClickListener(click -> running.test());
        save.addClickListener(click -> running.save());
        RouterLink back = new RouterLink(getTranslation("clusters.title"), ClusterListView.class);
        back.addClassName("back");
        Button cancel = new Button(getTranslation("cluster.form.cancel"), click -> ClusterNavigation.list());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        Div columns = new Div(shown, running.panel());
        columns.addClassName("form-columns");
        removeAll();
        Header header = new Header(back, new H1(title));
        if (existing != null && existing.simulated()) {
            header.add(ClusterBadges.simulated());
        }
        add(header, columns, new Footer(cancel, test, save));
    }

    /** Instead of what was entered. */
    private void load(Cluster present) {
        show(present);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void saved(String name) {
        saved = true;
        Notifications.success(getTranslation("cluster.form.saved", name));
        ClusterNavigation.list();
    }
}
