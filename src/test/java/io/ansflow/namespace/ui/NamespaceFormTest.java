package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;

/** An operator in front of the form for a new namespace, and what they do there. */
abstract class NamespaceFormTest extends NamespaceUiTest {
    @BeforeEach
    void logIn() {
        logIn(Role.OPERATOR);
    }

    void ask(String name, long... ids) {
        open("namespaces/new");
        choose(ids);
        type("Name", name);
        press("Create …");
        eventually(() -> assertThat(_find(Dialog.class)).hasSize(1));
    }

    void create(String name, long... ids) {
        ask(name, ids);
        _click(button(dialog(), "Create in " + ids.length + " clusters"));
    }

    @SuppressWarnings("unchecked") // of clusters
    void choose(long... ids) {
        ((MultiSelectComboBox<Cluster>) _get(MultiSelectComboBox.class))
                .select(Arrays.stream(ids)
                        .mapToObj(id -> clusters.find(new ClusterId(id)).orElseThrow())
                        .toList());
    }

    static void confirmLeaving() {
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
    }

    static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    static void type(String label, String text) {
        Input.type(field(label), text);
    }

    static void pair(int place, String key, String value) {
        var keys = _find(TextField.class, spec -> spec.withPlaceholder("Key"));
        var values = _find(TextField.class, spec -> spec.withPlaceholder("Value"));
        Input.type(keys.get(place), key);
        Input.type(values.get(place), value);
    }
}
