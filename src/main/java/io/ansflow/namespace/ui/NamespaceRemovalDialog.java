package io.ansflow.namespace.ui;

import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Environment;
import io.ansflow.namespace.NamespaceDeletion;
import io.ansflow.namespace.NamespaceEnd;
import io.ansflow.namespace.Namespaces;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.ClusterConfirmation;
import io.ansflow.operation.ui.TypedName;
import java.util.function.Consumer;

/** Asks for the name of the namespace that is to be deleted with all that is in it; in production it asks once more. */
class NamespaceRemovalDialog extends ActionDialog {
    private final transient NamespacePlace place;
    private final String uid;
    private final transient Namespaces namespaces;
    private final transient Consumer<NamespaceEnd> deleted;
    private final TypedName name;

    /**
     * @param uid of the namespace that the person sees
     * @param contents what is in it, in words; empty if that is not known
     * @param deleted told how far the deletion is when it has begun
     */
    NamespaceRemovalDialog(
            NamespacePlace place, String uid, String contents, Namespaces namespaces, Consumer<NamespaceEnd> deleted) {
        super("namespace.remove", place.subject(uid), Tone.ERROR);
        this.place = place;
        this.uid = uid;
        this.namespaces = namespaces;
        this.deleted = deleted;
        String wanted = place.name().value();
        name = new TypedName(Translated.of("namespace.remove.name", wanted), wanted, this::typed);
        name.setAutofocus(true);
        acceptable(false);
        explain(Translated.of("namespace.remove.text"));
        if (!contents.isEmpty()) {
            explain(Translated.of("namespace.remove.contents", contents));
        }
        show(name);
    }

    private void typed() {
        acceptable(name.matches());
    }

    @Override
    protected void confirmed() {
        if (place.cluster().environment() == Environment.PRODUCTION) {
            new ClusterConfirmation(
                            "namespace.remove.again",
                            place.cluster(),
                            Translated.of(
                                    "namespace.remove.again.text", place.name().value()),
                            () -> delete(true))
                    .open();
        } else {
            delete(false);
        }
    }

    @Override
    protected void refused(InvalidInput input) {
        name.setErrorMessage(Translated.of(input.text()));
        name.setInvalid(true);
    }

    private void delete(boolean productionConfirmed) {
        var deletion =
                new NamespaceDeletion(place.cluster().id(), place.name(), uid, name.getValue(), productionConfirmed);
        change(() -> namespaces.delete(deletion), deleted);
    }
}
