package io.ansflow.namespace.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Permissions;
import io.ansflow.workload.ui.ActionButton;
import io.ansflow.workload.ui.Calls;
import java.util.List;
import java.util.Map;

/** What an operator can do to a namespace, as far as the cluster lets its credential. */
class NamespaceActions extends Div {
    private final transient NamespacePlace place;
    private final transient Permissions permissions;
    private final ActionButton delete;

    NamespaceActions(NamespacePlace place, Permissions permissions, Runnable deleting) {
        this.place = place;
        this.permissions = permissions;
        this.delete = new ActionButton(Icon.TRASH, Translated.of("namespace.remove.yes"), deleting);
        delete.hold(true);
        addClassName("action-row");
        add(delete);
    }

    /** Whether the namespace can be deleted at all by now. */
    void ready(boolean now) {
        delete.setVisible(now);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        AccessQuestion mayDelete = question("delete");
        Calls.run(
                this,
                busy -> {},
                () -> permissions.of(place.cluster().id(), List.of(mayDelete)),
                answers -> show(answers, mayDelete));
    }

    private void show(Map<AccessQuestion, Permission> answers, AccessQuestion mayDelete) {
        delete.permit(
                place.name().system()
                        ? new Permission.Denied(
                                Text.of("namespace.delete.system", place.name().value()))
                        : answers.getOrDefault(mayDelete, new Permission.Unknown()));
    }

    private AccessQuestion question(String verb) {
        return new AccessQuestion(
                verb, "", NamespaceNavigation.KIND.value(), "", "", place.name().value());
    }
}
