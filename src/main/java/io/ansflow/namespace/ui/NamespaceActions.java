package io.ansflow.namespace.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Permissions;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Calls;
import java.util.List;

/** What an operator can do to a namespace, as far as the cluster lets its credential. */
class NamespaceActions extends Div {
    private final transient NamespacePlace place;
    private final transient Permissions permissions;
    private final ActionButton edit;
    private final ActionButton delete;

    NamespaceActions(NamespacePlace place, Permissions permissions, Runnable editing, Runnable deleting) {
        this.place = place;
        this.permissions = permissions;
        this.edit = new ActionButton(Icon.EDIT, Translated.of("namespace.edit.action"), editing);
        this.delete = new ActionButton(Icon.TRASH, Translated.of("namespace.remove.yes"), deleting);
        edit.hold(true);
        delete.hold(true);
        addClassName("action-row");
        add(edit, delete);
    }

    /** Whether anything can be done to the namespace by now. */
    void ready(boolean now) {
        edit.setVisible(now);
        delete.setVisible(now);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        AccessQuestion mayEdit = question("patch");
        AccessQuestion mayDelete = question("delete");
        Calls.run(
                this, busy -> {}, () -> permissions.of(place.cluster().id(), List.of(mayEdit, mayDelete)), answers -> {
                    edit.permit(answers.getOrDefault(mayEdit, new Permission.Unknown()));
                    delete.permit(
                            place.name().system()
                                    ? new Permission.Denied(Text.of(
                                            "namespace.delete.system",
                                            place.name().value()))
                                    : answers.getOrDefault(mayDelete, new Permission.Unknown()));
                });
    }

    private AccessQuestion question(String verb) {
        return new AccessQuestion(
                verb, "", NamespaceNavigation.KIND.value(), "", "", place.name().value());
    }
}
