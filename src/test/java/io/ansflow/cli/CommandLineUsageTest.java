package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Messages;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.auth.AuthField;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Everything that the command line answers without starting the application. */
class CommandLineUsageTest {
    private final RecordedTerminal terminal = new RecordedTerminal(Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "--bogus",
                "cluster",
                "cluster bogus",
                "cluster add",
                "cluster add one",
                "cluster add one --auth bogus",
                "cluster add one --auth badge --badge-file f",
                "cluster add one --auth badge --server https://localhost",
                "cluster add one --auth scroll --scroll-file f --server https://localhost",
                "cluster add one --auth scroll --scroll-file f --badge-file f",
                "cluster add one --auth badge --server https://localhost --badge-file f --type bogus",
                "cluster show",
                "cluster remove one",
                "test-connection",
                "test-connection --cluster",
                "test-connection --all --cluster one",
                "test-connection one",
                "user add one",
                "user add one --role bogus",
                "--data",
                "cluster list -o xml",
                "serve now",
            })
    void wrong_usage_exits_with_2_and_one_sentence_on_standard_error(String line) {
        int code = run(line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines()).hasSize(2).last().asString().matches("See: ansflow( [a-z-]+)* --help");
    }

    @Test
    void says_what_is_missing() {
        run("cluster", "add", "one", "--auth", "badge", "--server", "https://localhost");

        assertThat(terminal.err()).startsWith("Missing: --badge-file.\n");
    }

    @Test
    void names_the_ways_to_authenticate_when_it_does_not_know_one() {
        run("cluster", "add", "one", "--auth", "bogus");

        assertThat(terminal.err()).contains("bogus").contains("badge, scroll");
    }

    @Test
    void makes_the_options_for_credentials_from_the_fields_of_each_method() {
        run("cluster", "add", "--help");

        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains("--badge-file=FILE Token, in a file (--auth badge).")
                .contains("--scroll-file=FILE Kubeconfig, in a file (--auth scroll).")
                .contains("--chapter=NAME Context (--auth badge, scroll).");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explains_every_command_and_option_in_chinese(List<String> command) {
        var chinese = new RecordedTerminal(Messages.CHINESE);

        int code = commandLine(chinese)
                .execute(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));

        assertThat(code).isZero();
        assertThat(chinese.err()).isEmpty();
        assertThat(chinese.out()).startsWith("用法：ansflow");
        assertThat(descriptions(chinese.out()))
                .isNotEmpty()
                .allSatisfy(description -> assertThat(description).matches("(?s).*\\p{IsHan}.*"));
    }

    @Test
    void tells_its_version_without_starting_anything() {
        assertThat(run("--version")).isZero();
        assertThat(terminal.out()).startsWith("AnsFlow ");
    }

    @Test
    void a_file_that_is_not_there_is_a_failure_and_no_wrong_usage() {
        int code = run(
                "cluster",
                "add",
                "one",
                "--auth",
                "badge",
                "--server",
                "https://localhost",
                "--badge-file",
                "/no/file");

        assertThat(code).isEqualTo(1);
        assertThat(terminal.err()).isEqualTo("The file /no/file cannot be read (NoSuchFileException).\n");
    }

    @Test
    void reads_the_ways_to_authenticate_of_this_program_without_starting_it() {
        assertThat(AuthOptions.installed().ids()).isEqualTo("token, kubeconfig, certificate");
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of(),
                List.of("serve"),
                List.of("cluster"),
                List.of("cluster", "add"),
                List.of("cluster", "list"),
                List.of("cluster", "show"),
                List.of("cluster", "remove"),
                List.of("test-connection"),
                List.of("user"),
                List.of("user", "add"));
    }

    /** What stands beside each option, argument and command. */
    private static List<String> descriptions(String help) {
        return help.lines()
                .filter(line -> line.matches(" {2,6}-.*|  [a-z-]+ .*|      NAME.*"))
                .map(line -> line.matches(".*\\S {2,}\\S.*|.*\\p{IsHan}.*") ? line : "")
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private int run(String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    private static CommandLine commandLine(RecordedTerminal terminal) {
        var environment = new CommandEnvironment(terminal.terminal(), new GlobalOptions(), new NeverStarted());
        return Cli.commandLine(environment, new AuthOptions(new AuthMethods(List.of(new Badge(), new Scroll()))));
    }

    private static final class NeverStarted extends LocalApplication {
        NeverStarted() {
            super(Object.class);
        }

        @Override
        ConfigurableApplicationContext serve(Path data) {
            throw new AssertionError("started");
        }

        @Override
        ConfigurableApplicationContext forCommand(Path data) {
            throw new AssertionError("started");
        }
    }

    private static final class Badge implements AuthMethod {
        @Override
        public String id() {
            return "badge";
        }

        @Override
        public List<AuthField> fields() {
            return List.of(
                    new AuthField("token", AuthField.Kind.TOKEN, true, "--badge-file"),
                    new AuthField("context", AuthField.Kind.CHOICE, false, "--chapter"));
        }

        @Override
        public Answer<ClusterAccess> access(AuthInput input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Scroll implements AuthMethod {
        @Override
        public String id() {
            return "scroll";
        }

        @Override
        public List<AuthField> fields() {
            return List.of(
                    new AuthField("kubeconfig", AuthField.Kind.KUBECONFIG, true, "--scroll-file"),
                    new AuthField("context", AuthField.Kind.CHOICE, false, "--chapter"));
        }

        @Override
        public boolean asksForServer() {
            return false;
        }

        @Override
        public Answer<ClusterAccess> access(AuthInput input) {
            throw new UnsupportedOperationException();
        }
    }
}
