package io.ansflow.namespace.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.inventory.ui.InventoryChanges;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.NamespaceEnd;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One namespace: as its cluster has it now, what is in it by the inventory, and its deletion until it is gone. */
@Route(NamespacePlace.ROUTE)
@RolesAllowed("VIEWER")
class NamespaceView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient NamespaceServices services;
    private final Div status = new Div();
    private final ProgressBar reading = new ProgressBar();
    private final Div live = new Div();
    private final NamespaceFacts facts = new NamespaceFacts();
    private transient @Nullable Shown shown;
    private transient @Nullable NamespaceDetail detail;

    /** What there is of it on the page. */
    private record Shown(
            NamespacePlace place,
            ContentLinks contents,
            Section contentSection,
            TerminationPanel termination,
            @Nullable NamespaceActions actions) {}

    NamespaceView(NamespaceServices services, InventoryChanges changes) {
        this.services = services;
        reading.setIndeterminate(true);
        addClassName("namespace-view");
        changes.follow(this, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        NamespacePlace place = NamespacePlace.of(event, services.clusters());
        NamespaceActions actions = services.user().has(Role.OPERATOR)
                ? new NamespaceActions(place, services.permissions(), this::edit, this::askToDelete)
                : null;
        ContentLinks contents = new ContentLinks(place, services.inventory());
        Shown now = new Shown(
                place,
                contents,
                NamespaceForm.section("namespace.contents", contents),
                new TerminationPanel(place, services.namespaces(), this::gone),
                actions);
        shown = now;
        detail = null;
        layOut(now);
        now.contents().load();
        if (isAttached()) {
            read();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                "app.title", shown == null ? "" : shown.place().name().value());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        read();
    }

    private void changed(Set<ClusterId> ids) {
        if (shown != null && ids.contains(shown.place().cluster().id())) {
            shown.contents().load();
        }
    }

    private void layOut(Shown now) {
        RouterLink back = new RouterLink(Translated.of("namespaces.title"), NamespaceListView.class);
        back.addClassName("back");
        Div title = new Div(new H1(now.place().name().value()), status);
        title.addClassName("namespace-title");
        Div head = new Div(back, title, new Whereabouts(now.place().cluster()));
        Header header = new Header(head);
        if (now.actions() != null) {
            now.actions().ready(false);
            header.add(now.actions());
        }
        status.removeAll();
        live.removeAll();
        removeAll();
        add(header, now.termination(), reading, live, now.contentSection());
    }

    private void read() {
        if (shown != null) {
            NamespacePlace place = shown.place();
            Calls.ask(
                    this,
                    reading::setVisible,
                    () -> services.namespaces().find(place.cluster().id(), place.name()),
                    this::show,
                    this::failed);
        }
    }

    private void show(NamespaceDetail now) {
        detail = now;
        Shown page = shown;
        if (page == null) {
            return;
        }
        facts.show(now);
        live.removeAll();
        live.add(facts);
        status.removeAll();
        if (now.terminating()) {
            page.termination().follow(now.uid(), new NamespaceEnd.Terminating(List.of()));
        } else {
            status.add(new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, Translated.of("namespaces.status.HEALTHY")));
        }
        if (page.actions() != null) {
            page.actions().ready(!now.terminating());
        }
    }

    private void failed(ClusterFailure failure) {
        live.removeAll();
        if (failure.code() == FailureCode.NOT_FOUND) {
            gone();
        }
        live.add(new FailureText(failure));
    }

    private void gone() {
        status.removeAll();
        status.add(new StatusBadge(Tone.NEUTRAL, Icon.QUESTION, Translated.of("namespace.end.gone")));
        live.removeAll();
        if (shown != null) {
            shown.contentSection().setVisible(false);
            if (shown.actions() != null) {
                shown.actions().ready(false);
            }
        }
    }

    private void edit() {
        NamespaceDetail seen = detail;
        if (seen != null && shown != null) {
            new NamespaceEditDialog(shown.place(), seen.uid(), services.namespaces(), this::show).open();
        }
    }

    private void askToDelete() {
        NamespaceDetail seen = detail;
        Shown page = shown;
        if (seen != null && page != null) {
            new NamespaceRemovalDialog(
                            page.place(),
                            seen.uid(),
                            page.contents().summary(),
                            services.namespaces(),
                            end -> deleted(page, seen, end))
                    .open();
        }
    }

    private void deleted(Shown page, NamespaceDetail seen, NamespaceEnd end) {
        status.removeAll();
        if (page.actions() != null) {
            page.actions().ready(false);
        }
        page.termination().follow(seen.uid(), end);
    }
}
