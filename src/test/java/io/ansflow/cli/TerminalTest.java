package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN.UTF-8", "zh_TW", "zh", "zh_Hans_CN@euro"})
    void speaks_chinese_where_the_locale_is_chinese(String value) {
        assertThat(Terminal.language(Map.of("LANG", value), Locale.GERMAN).getLanguage())
                .isEqualTo("zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US.UTF-8", "de_DE.UTF-8", "C", "C.UTF-8", "POSIX"})
    void speaks_english_in_every_other_locale(String value) {
        assertThat(Terminal.language(Map.of("LANG", value), Locale.CHINA).getLanguage())
                .isEqualTo("en");
    }

    @Test
    void takes_the_variables_in_the_order_of_posix() {
        var environment = Map.of("LC_ALL", "", "LC_MESSAGES", "zh_CN.UTF-8", "LANG", "en_US.UTF-8");

        assertThat(Terminal.language(environment, Locale.ENGLISH).getLanguage()).isEqualTo("zh");
    }

    @Test
    void asks_the_platform_where_the_environment_says_nothing() {
        assertThat(Terminal.language(Map.of(), Locale.CHINA).getLanguage()).isEqualTo("zh");
    }

    @Test
    void lets_no_escape_sequence_of_a_cluster_through_to_the_terminal() {
        var output = new RecordedTerminal(Locale.ENGLISH);

        output.terminal().print("before \u001b[2J\u009b31m after\r\b");

        assertThat(output.out()).isEqualTo("before \uFFFD[2J\uFFFD31m after\uFFFD\uFFFD\n");
    }
}
