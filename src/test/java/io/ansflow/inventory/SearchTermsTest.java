package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.inventory.TermQuery.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    private static final String TEXT = SearchTerms.text(
            "payment-service-7d9f8b6c5-x2x4z",
            "team-shop",
            Map.of("app.kubernetes.io/name", "Payment"),
            List.of("node-17.eu.example", "10.0.7.12", "registry.example/team/api:2.3.1,envoy:1.31"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment",
                "PAY",
                "payment-service",
                "service",
                "service-7d9",
                "x2x4z",
                "team-shop",
                "node-17",
                "10.0.7",
                "registry.example/team",
                "team/api:2",
                "api",
                "envoy:1.31",
                "app.kubernetes.io/name=pay",
                "payment service"
            })
    void finds_by_the_beginning_of_what_people_know(String search) {
        assertThat(found(search)).isTrue();
        assertThat(indexed(search)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ayment",
                "shop",
                "17",
                "7.12",
                "kubernetes.io",
                "sidecar",
                "payment sidecar",
                "=payment",
                "%",
                "_ayment"
            })
    void does_not_find_by_anything_else(String search) {
        assertThat(found(search)).isFalse();
    }

    @Test
    void a_search_for_spaces_is_a_search_for_nothing() {
        assertThat(SearchTerms.words("  \t ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"web-1.eu, |web-|1.|eu", "-web--1-, |-|web--|1-", "商店-支付²x, |商店-|支付²x", "𐐨a_b, |𐐨a_|b", "..., |..."})
    void names_have_a_mark_before_each_word(String name, String marked) {
        assertThat(SearchTerms.text(name, "", Map.of(), List.of())).isEqualTo(marked);
    }

    @Test
    void words_of_a_search_are_between_spaces_of_any_kind() {
        assertThat(SearchTerms.words(" Web\t 支付\u3000api\n")).containsExactly("web", "支付", "api");
    }

    @Test
    void labels_and_values_have_single_spaces() {
        assertThat(SearchTerms.text("a", "", Map.of("k", " x\n  y "), List.of("b\t c")))
                .isEqualTo("|a\n|b c\n|k=x y\n|x y");
    }

    @Test
    void marks_in_names_do_no_harm() {
        String text = SearchTerms.text("a|b", "", Map.of(), List.of());
        assertThat(SearchTerms.terms(text)).containsExactly("a", "b");
        assertThat(SearchTerms.words("a|b")).containsExactly("a b");
    }

    @Test
    void terms_are_no_longer_than_the_index_takes() {
        String text = SearchTerms.text("x".repeat(253), "", Map.of("k", "v".repeat(5000)), List.of("y".repeat(30_000)));
        assertThat(SearchTerms.terms(text)).allMatch(term -> term.length() <= SearchTerms.TERM_LENGTH);
        assertThat(text).hasSizeLessThan(20_000);
    }

    /** What the row says. */
    private static boolean found(String search) {
        return SearchTerms.words(search).stream()
                .allMatch(word -> SearchTerms.marked(word).stream().anyMatch(TEXT::contains));
    }

    /** What the index says. */
    private static boolean indexed(String search) {
        Set<String> terms = SearchTerms.terms(TEXT);
        return TermQuery.of(ResourceQuery.ALL.text(search)).stream()
                .allMatch(query -> query.alternatives().stream()
                        .anyMatch(all -> all.stream().allMatch(wanted -> finds(wanted, terms))));
    }

    private static boolean finds(Term wanted, Set<String> terms) {
        return wanted.whole()
                ? terms.contains(wanted.text())
                : terms.stream().anyMatch(term -> term.startsWith(wanted.text()));
    }
}
