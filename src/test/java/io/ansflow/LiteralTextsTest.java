package io.ansflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTextsTest {

    @ParameterizedTest
    @MethodSource("sources")
    void views_and_commands_take_every_text_from_the_message_bundles(JavaSource source) {
        assertThat(LiteralTexts.in(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Button(\"Save\");",
                "new Button(\n    \"save\");",
                "button.setText(\"save\");",
                "field.setLabel(\"name\");",
                "field.setPlaceholder(\"e.g. prod\");",
                "span.setTitle(\"集群\");",
                "Notification.show(\"saved\");",
                "out.println(\"done\");",
                "String message = \"Cannot connect to \" + name;",
                "String word = ok ? \"Yes\" : \"No\";",
                "return \"无法连接\";",
                "new Span(\"\"\"\n    all is well\"\"\");",
            })
    void a_text_in_the_code_is_noticed(String statement) {
        assertThat(LiteralTexts.in(JavaSource.of("x/ui/View.java", statement))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Button(\"Save\")",
                "/** new Span(\"Hello there\") */",
                "addClassName(\"cluster-name\");",
                "getElement().setAttribute(\"aria-live\", \"polite\");",
                "getTranslation(\"cluster.list.title\");",
                "log.info(\"The check of {} failed\", name);",
                "throw new IllegalStateException(\"The command was not attached\");",
                "String gap = \", \";",
                "char c = '\"'; int x;",
            })
    void what_only_programs_read_is_left_alone(String statement) {
        assertThat(LiteralTexts.in(JavaSource.of("x/ui/View.java", statement))).isEmpty();
    }

    @Test
    void looks_into_views_commands_and_the_frame() {
        assertThat(sources().map(JavaSource::name))
                .contains("io/ansflow/shell/MainLayout.java", "io/ansflow/cli/ClusterAddCommand.java")
                .anyMatch(name -> name.startsWith("io/ansflow/security/ui/"));
    }

    static Stream<JavaSource> sources() {
        return JavaSource.all().stream().filter(JavaSource::speaksToPeople);
    }
}
