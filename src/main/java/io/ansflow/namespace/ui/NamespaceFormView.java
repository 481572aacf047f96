package io.ansflow.namespace.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Confirmation;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.namespace.NamespaceDraft;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Parallel;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.OperationPanels;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates a namespace in one or several clusters: each of them is asked first, without anything happening; then the
 * creation is followed with a result for each.
 */
@Route("namespaces/new")
@RolesAllowed("OPERATOR")
class NamespaceFormView extends Main implements BeforeLeaveObserver, HasDynamicTitle {
    private static final int CLUSTERS_AT_A_TIME = 8;

    private final transient NamespaceServices services;
    private final transient OperationPanels panels;
    private final NamespaceForm form;
    private final RehearsalPanel rehearsals = new RehearsalPanel();
    private final Button check = new Button(Translated.of("namespace.form.check"), click -> rehearse(all -> {}));
    private final Button create = new Button(Translated.of("namespace.form.create"), click -> create());
    private final Header header;
    private transient List<Rehearsal> judged = List.of();
    private @Nullable BackgroundTask task;
    private @Nullable CreationDialog question;
    private boolean dirty;

    NamespaceFormView(NamespaceServices services, OperationPanels panels) {
        this.services = services;
        this.panels = panels;
        this.form = new NamespaceForm(services.clusters().list(), this::forget);
        dirty = false;
        create.addThemeVariants(ButtonVariant.PRIMARY);
        RouterLink back = new RouterLink(Translated.of("namespaces.title"), NamespaceListView.class);
        back.addClassName("back");
        header = new Header(back, new H1(Translated.of("namespaces.add")));
        Button cancel = new Button(Translated.of("operation.dialog.cancel"), click -> NamespaceNavigation.list());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        Div columns = new Div(form, rehearsals);
        columns.addClassName("form-columns");
        addClassName("cluster-form-view");
        add(header, columns, new Footer(cancel, check, create));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("namespaces.add"));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (dirty) {
            ContinueNavigationAction leave = event.postpone();
            Confirmation.ask("cluster.form.leave", Tone.ERROR, leave::proceed, leave::cancel);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        withdraw();
    }

    /** What the clusters said was about another draft. */
    private void forget() {
        dirty = true;
        if (task != null) {
            task.cancel();
            busy(false);
        }
        judged = List.of();
        rehearsals.clear();
        withdraw();
    }

    /** What stands in an open question is not what is wanted any longer. */
    private void withdraw() {
        if (question != null) {
            question.close();
            question = null;
        }
    }

    private void busy(boolean now) {
        if (!now) {
            task = null;
        }
        rehearsals.busy(now);
        check.setEnabled(!now);
        create.setEnabled(!now);
    }

    /** Whoever has not asked the clusters yet does so by this; if one of them refuses, the person decides again. */
    private void create() {
        if (judged.isEmpty()) {
            rehearse(all -> {
                if (all.stream().allMatch(one -> one.refusal().isEmpty())) {
                    ask();
                }
            });
        } else {
            ask();
        }
    }

    private void rehearse(Consumer<List<Rehearsal>> then) {
        Optional<NamespaceDraft> draft = form.draft();
        if (draft.isEmpty()) {
            return;
        }
        List<Cluster> clusters = form.clusters();
        rehearsals.clear();
        busy(true);
        task = BackgroundTask.start(
                this,
                () -> Parallel.map(
                        clusters,
                        CLUSTERS_AT_A_TIME,
                        cluster -> new Rehearsal(cluster, services.namespaces().rehearse(cluster.id(), draft.get())),
                        one -> {}),
                all -> {
                    busy(false);
                    judged = all;
                    rehearsals.show(all);
                    then.accept(all);
                },
                this::failed);
    }

    private void failed(Exception problem) {
        busy(false);
        if (!(problem instanceof InvalidInput refused)) {
            throw Calls.unforeseen(problem);
        }
        form.blame(refused);
    }

    /** Creates what it shows, whatever is typed meanwhile. */
    private void ask() {
        List<Rehearsal> shown = judged;
        withdraw();
        form.draft().ifPresent(draft -> {
            question = new CreationDialog(draft.name().value(), shown, () -> start(draft, shown));
            question.open();
        });
    }

    private void start(NamespaceDraft draft, List<Rehearsal> shown) {
        List<Cluster> clusters = shown.stream().map(Rehearsal::cluster).toList();
        OperationId id;
        try {
            id = services.namespaces().start(clusters.stream().map(Cluster::id).toList(), draft);
        } catch (InvalidInput refused) {
            form.blame(refused);
            return;
        }
        dirty = false;
        Div links = new Div();
        links.addClassName("namespace-links");
        clusters.forEach(cluster -> links.add(new Anchor(
                NamespaceNavigation.href(cluster.id(), draft.name().value()),
                Translated.of("namespace.form.open", draft.name().value(), cluster.name()))));
        removeAll();
        add(header, links, panels.follow(id));
    }
}
