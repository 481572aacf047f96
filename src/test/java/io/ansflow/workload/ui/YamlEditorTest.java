package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class YamlEditorTest extends WorkloadUiTest {
    private YamlEditor editor;

    @BeforeEach
    void openEditor() {
        editor = show(new YamlEditor(manifests, () -> {}));
    }

    @Test
    void numbers_the_lines() {
        type("apiVersion: v1\nkind: Pod\nmetadata: {name: a}");

        assertThat(Screen.text(editor)).contains("1\n2\n3\n").doesNotContain("4");
        assertThat(editor.isReadable()).isTrue();
    }

    @Test
    void marks_the_line_that_is_wrong() {
        type("apiVersion: v1\nkind: Pod\nkind: Pod\nmetadata: {name: a}");

        assertThat(_get(editor, Span.class, spec -> spec.withClasses("yaml-wrong"))
                        .getText())
                .isEqualTo("3\n");
        assertThat(Screen.text(editor)).contains("Line 3, column 1", "The key \"kind\" is there twice.");
        assertThat(editor.isReadable()).isFalse();
    }

    @Test
    void nothing_is_not_wrong_yet() {
        assertThat(editor.isReadable()).isFalse();
        assertThat(_find(editor, LineLink.class)).isEmpty();
        assertThat(Screen.text(editor)).doesNotContain("There is no object in it");
    }

    @Test
    void too_much_is_refused_and_not_cut() {
        type("#".repeat(Manifests.MAX_LENGTH + 1));

        assertThat(Screen.text(editor)).contains("More than 1,024 KiB are too much at once.");
    }

    private void type(String yaml) {
        Input.type(_get(editor, TextArea.class), yaml);
    }
}
