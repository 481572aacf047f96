package io.ansflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ansflow.base.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages are complete, well formed and used. */
class MessagesTest {
    static final List<String> LANGUAGES = List.of("en", "zh");

    private static final Messages MESSAGES = new Messages();
    private static final Map<String, String> ENGLISH = MESSAGES.patterns(Messages.ENGLISH);
    private static final Map<String, String> CHINESE = MESSAGES.patterns(Messages.CHINESE);

    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of(
            "AnsFlow",
            "API server",
            "CA",
            "Ctrl K",
            "TLS",
            "DNS",
            "HTTP",
            "UID",
            "EKS",
            "GKE",
            "AKS",
            "RKE",
            "K3s",
            "Minikube",
            "Kind",
            "Pod",
            "Pods",
            "Kubeconfig",
            "Bearer",
            "Token",
            "token",
            "Mi",
            "Gi");

    /** Resources of Kubernetes whose names look like keys. */
    private static final Set<String> RESOURCES = Set.of("jobs.batch");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[\\w-]+)*\\.?");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(CHINESE.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_key_is_defined_once(String language) {
        Set<String> seen = new HashSet<>();

        assertThat(bundles(language).flatMap(MessagesTest::keys).filter(key -> !seen.add(key)))
                .isEmpty();
    }

    @Test
    void both_languages_have_the_same_placeholders() {
        assertThat(ENGLISH)
                .allSatisfy((key, english) -> assertThat(placeholders(CHINESE.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_text_is_a_message_format_with_doubled_apostrophes(String language) {
        assertThat(patterns(language)).allSatisfy((key, pattern) -> {
            assertThatCode(() -> new MessageFormat(pattern)).as(key).doesNotThrowAnyException();
            assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
        });
    }

    @Test
    void every_text_is_translated() {
        assertThat(ENGLISH).allSatisfy((key, english) -> {
            if (isText(english) && !key.startsWith("language.")) {
                assertThat(CHINESE.getOrDefault(key, ""))
                        .as(key)
                        .isNotEqualTo(english)
                        .containsPattern(HAN);
            }
        });
    }

    @Test
    void only_the_name_of_the_other_language_is_chinese_in_english() {
        assertThat(ENGLISH.entrySet().stream()
                        .filter(text -> HAN.matcher(text.getValue()).find())
                        .map(Map.Entry::getKey))
                .allMatch(key -> key.startsWith("language."));
    }

    @Test
    void every_key_in_the_code_has_a_text() {
        Set<String> families =
                ENGLISH.keySet().stream().map(key -> key.split("\\.", 2)[0]).collect(Collectors.toSet());

        assertThat(literals()
                        .filter(text -> KEY.matcher(text).matches() && text.contains("."))
                        .filter(text -> families.contains(text.split("\\.", 2)[0]))
                        .filter(text -> !RESOURCES.contains(text))
                        .filter(text -> !isPartOfKey(text)))
                .isEmpty();
    }

    @Test
    void every_text_is_used() {
        Set<String> literals = literals().collect(Collectors.toSet());
        List<String> beginnings = literals.stream()
                .filter(text -> KEY.matcher(text).matches() && text.contains("."))
                .map(text -> text.endsWith(".") ? text : text + ".")
                .toList();

        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> !literals.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Save", "Save {0}", "{0} ms"})
    void words_need_a_translation(String text) {
        assertThat(isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"–", "{0}", "… {0}", "{0} · AnsFlow", "K3s", "API server"})
    void names_and_signs_need_none(String text) {
        assertThat(isText(text)).isFalse();
    }

    private static boolean isText(String pattern) {
        String words = pattern.replaceAll("\\{[^}]*}|--[a-z-]+", "");
        for (String name : NAMES) {
            words = words.replaceAll("\\b" + name + "\\b", "");
        }
        return words.chars().anyMatch(Character::isLetter);
    }

    private static Stream<String> literals() {
        return JavaSource.all().stream()
                .flatMap(source -> source.literals().stream())
                .filter(literal -> !literal.before().endsWith("System.getProperty("))
                .map(JavaSource.Literal::text);
    }

    /** A key, or what a key begins or ends with: the rest is added by the code. */
    private static boolean isPartOfKey(String text) {
        String beginning = text.endsWith(".") ? text : text + ".";
        return ENGLISH.keySet().stream()
                .anyMatch(key -> key.equals(text) || key.startsWith(beginning) || key.endsWith("." + text));
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> patterns(String language) {
        return language.equals("en") ? ENGLISH : CHINESE;
    }

    private static Stream<Path> bundles(String language) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/i18n"))) {
            return files.filter(file -> file.toString().endsWith("_" + language + ".properties")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(Path bundle) {
        try {
            return Files.readAllLines(bundle, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.matches("[^#!\\s].*[=:].*"))
                    .map(line -> line.split("\\s*[=:]", 2)[0].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
