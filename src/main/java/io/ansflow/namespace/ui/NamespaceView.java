package io.ansflow.namespace.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ui.Addresses;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.PropertyList;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ResourceQuery.Label;
import io.ansflow.inventory.ui.InventoryChanges;
import io.ansflow.inventory.ui.ResourceAddress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.NamespaceEnd;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One namespace: as its cluster has it now, what is in it by the inventory, and its deletion until it is gone. */
@Route(NamespacePlace.ROUTE)
@RolesAllowed("VIEWER")
class NamespaceView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient NamespaceServices services;
    private final transient InventoryChanges changes;
    private final Div status = new Div();
    private final ProgressBar reading = new ProgressBar();
    private final Div live = new Div();
    private transient @Nullable Shown shown;
    private transient @Nullable NamespaceDetail detail;
    private @Nullable Registration subscription;

    /** What there is of it on the page. */
    private record Shown(
            NamespacePlace place,
            ContentLinks contents,
            TerminationPanel termination,
            @Nullable NamespaceActions actions) {}

    NamespaceView(NamespaceServices services, InventoryChanges changes) {
        this.services = services;
        this.changes = changes;
        reading.setIndeterminate(true);
        live.addClassName("namespace-live");
        addClassName("namespace-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        NamespacePlace place = NamespacePlace.of(event, services.clusters());
        NamespaceActions actions = services.user().has(Role.OPERATOR)
                ? new NamespaceActions(place, services.permissions(), this::edit, this::askToDelete)
                : null;
        Shown now = new Shown(
                place,
                new ContentLinks(place, services.inventory()),
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
        subscription = changes.subscribe(event.getUI(), ids -> {
            if (shown != null && ids.contains(shown.place().cluster().id())) {
                shown.contents().load();
            }
        });
        read();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
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
        add(header, now.termination(), reading, live, section("namespace.contents", now.contents()));
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
        live.removeAll();
        live.add(
                section("namespaces.column.quota", new QuotaTable(now.quotas())),
                section("namespaces.column.labels", labels(now)),
                metadata(now));
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
        if (shown != null && shown.actions() != null) {
            shown.actions().ready(false);
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

    private static Component labels(NamespaceDetail now) {
        Div labels = new Div();
        labels.addClassName("resource-labels");
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

    private static Section section(String title, Component content) {
        Section section = new Section(new H2(Translated.of(title)), content);
        section.addClassName("form-section");
        return section;
    }
}
