package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Messages;
import io.ansflow.kubernetes.auth.AuthField;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** That both languages have the same keys and placeholders is tested for all texts elsewhere. */
class FailureTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/ansflow");

    /** How reasons are given: the name of the factory tells the code where the code is not written beside it. */
    private static final Pattern REASON = Pattern.compile(
            "(?:Refusal\\.(credential|address|kubeconfig)\\(|FailureCode\\.([A-Z_]+),)\\s*\"([a-zA-Z0-9-]+)\"");

    private static final Pattern WITH_REASON = Pattern.compile("failure\\.[A-Z_]+\\.([a-zA-Z0-9-]+)\\.message");

    private static final Messages MESSAGES = new Messages();

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_message_and_a_remedy(FailureCode code) {
        assertHasTexts("failure." + code);
    }

    @ParameterizedTest
    @EnumSource
    void every_stage_has_a_name(Stage stage) {
        assertThat(MESSAGES.has("stage." + stage)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_reachability_has_a_name(Reachability reachability) {
        assertThat(MESSAGES.has("reachability." + reachability)).isTrue();
    }

    @Test
    void every_method_and_each_of_its_fields_has_a_name_and_a_help() {
        try (var context = new AnnotationConfigApplicationContext("io.ansflow.kubernetes.auth")) {
            assertThat(context.getBean(AuthMethods.class).all())
                    .extracting(AuthMethod::id)
                    .containsExactly("token", "kubeconfig", "certificate");
            for (AuthMethod method : context.getBean(AuthMethods.class).all()) {
                assertThat(MESSAGES.has("auth." + method.id() + ".name")).isTrue();
                assertThat(method.fields())
                        .extracting(AuthField::name)
                        .allMatch(field -> MESSAGES.has("auth.field." + field + ".label"))
                        .allMatch(field -> MESSAGES.has("auth.field." + field + ".help"));
            }
        }
    }

    static Stream<String> reasons() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (Path source : sources()) {
            REASON.matcher(Files.readString(source))
                    .results()
                    .map(FailureTextsTest::key)
                    .forEach(reasons::add);
        }
        return reasons.stream();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_has_a_message_and_a_remedy(String reason) {
        assertHasTexts("failure." + reason);
    }

    @Test
    void every_reason_with_texts_is_given_somewhere() throws IOException {
        String code = sources().stream().map(FailureTextsTest::read).collect(Collectors.joining());
        Properties texts = new Properties();
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/i18n/failure_en.properties"))) {
            texts.load(bundle);
        }
        assertThat(texts.stringPropertyNames().stream()
                        .map(WITH_REASON::matcher)
                        .filter(Matcher::matches)
                        .map(key -> '"' + key.group(1) + '"'))
                .isNotEmpty()
                .allMatch(code::contains);
    }

    @Test
    void the_sources_were_found() throws IOException {
        assertThat(reasons())
                .contains("KUBECONFIG_REFUSED.documents", "RESPONSE_TIMEOUT.tls", "UNAUTHORIZED.anonymous");
    }

    private static void assertHasTexts(String key) {
        assertThat(MESSAGES.has(key + ".message")).as(key + ".message").isTrue();
        assertThat(MESSAGES.has(key + ".remedy")).as(key + ".remedy").isTrue();
    }

    private static String key(MatchResult match) {
        String code = switch (match.group(1)) {
            case "credential" -> "CREDENTIAL_INVALID";
            case "address" -> "ADDRESS_NOT_ALLOWED";
            case "kubeconfig" -> "KUBECONFIG_REFUSED";
            case null, default -> match.group(2);
        };
        return code + "." + match.group(3);
    }

    private static Set<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
