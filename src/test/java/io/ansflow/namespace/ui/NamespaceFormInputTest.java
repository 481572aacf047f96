package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.namespace.NamespaceDraft;
import io.ansflow.operation.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is entered for a new namespace, and what is refused of it. */
class NamespaceFormInputTest extends NamespaceFormTest {
    @Test
    void all_that_was_entered_is_wanted() {
        open("namespaces/new");
        choose(1);
        type("Name", "shop");
        press("Add label");
        pair(0, "team", "web");
        press("Add annotation");
        pair(1, "owner", "李雷");
        type("CPU (cores)", "2");
        type("Memory", "4Gi");
        type("Storage", "10Gi");
        type("Number of pods", "5");
        type("Default CPU request", "100m");
        type("Highest memory limit", "1Gi");
        press("Create …");
        eventually(() -> assertThat(_find(Dialog.class)).hasSize(1));
        _click(button(dialog(), "Create in one cluster"));

        NamespaceDraft draft = namespaces.drafts.getFirst();
        assertThat(draft.labels()).isEqualTo(Map.of("team", "web"));
        assertThat(draft.annotations()).isEqualTo(Map.of("owner", "李雷"));
        assertThat(draft.quota().cpu()).hasToString("2");
        assertThat(draft.quota().memory()).hasToString("4Gi");
        assertThat(draft.quota().storage()).hasToString("10Gi");
        assertThat(draft.quota().pods()).hasToString("5");
        assertThat(draft.limits().defaultRequest().cpu()).hasToString("100m");
        assertThat(draft.limits().max().memory()).hasToString("1Gi");
    }

    @ParameterizedTest
    @CsvSource({
        "Shop, Only lower-case letters., 只能使用小写字母。",
        "shop_1, 'Only the letters a to z, digits and -.', 只能包含字母 a–z、数字和 -。",
        "-shop, It starts and ends with a letter or digit., 必须以字母或数字开头和结尾。"
    })
    void a_name_that_is_none_is_refused_while_typing(String name, String english, String chinese) {
        open("namespaces/new");
        type("Name", name);
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo(english);

        speak(Messages.CHINESE);
        open("namespaces");
        confirmLeaving();
        open("namespaces/new");
        type("名称", name);
        assertThat(field("名称").getErrorMessage()).isEqualTo(chinese);
    }

    @Test
    void nothing_is_asked_while_something_is_missing_or_wrong() {
        open("namespaces/new");
        press("Create …");
        assertThat(_get(MultiSelectComboBox.class).isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo("A namespace needs a name.");

        choose(1);
        type("Name", "shop");
        type("Memory", "much");
        type("Number of pods", "1.5");
        press("Create …");

        assertThat(field("Memory").getErrorMessage()).isEqualTo("An amount such as 2, 500m or 1.5Gi.");
        assertThat(field("Number of pods").getErrorMessage()).isEqualTo("A whole number.");
        assertThat(namespaces.changes).isEmpty();
    }

    @Test
    void labels_that_are_none_are_refused_while_typing() {
        open("namespaces/new");
        press("Add label");
        pair(0, "-team", "web");
        assertThat(screen()).contains("\"-team\" is not a key");

        pair(0, "team", "a b");
        assertThat(screen()).contains("\"a b\" is not a value of a label");

        pair(0, "team", "web");
        press("Add label");
        pair(1, "team", "shop");
        assertThat(screen()).contains("The key \"team\" stands here twice.");
    }

    @Test
    void what_the_service_refuses_is_blamed_on_its_field() {
        namespaces.invalid(new InvalidInput("limits.cpu", Text.of("namespace.limits.order")));
        open("namespaces/new");
        choose(1);
        type("Name", "shop");

        press("Check");

        eventually(() -> assertThat(field("Default CPU limit").isInvalid()).isTrue());
        assertThat(field("Default CPU limit").getErrorMessage()).contains("neither is more than the maximum");
    }

    @Test
    void what_the_service_refuses_at_the_very_end_is_blamed_on_its_field() {
        ask("shop", 1);
        namespaces.invalid(new InvalidInput("memory", Text.of("namespace.quota.negative")));

        _click(button(dialog(), "Create in one cluster"));

        assertThat(field("Memory").isInvalid()).isTrue();
        assertThat(namespaces.drafts).isEmpty();
    }
}
