package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermGroupTest {
    @ParameterizedTest
    @CsvSource({"x7k2p, x7", "10.244.1.17, 10.244.1", "pod, p", "a, a", "ab, a", "生产环境集群, 生产环", "😀😀, 😀", "a😀bc, a😀"
    })
    void a_group_has_all_but_the_last_characters_in_common(String term, String prefix) {
        assertThat(TermGroup.prefix(term)).isEqualTo(prefix);
    }

    /** Those within the text are asked for one by one, those that begin with it as a range. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "abcd", "abcdef", "10.244.1.17", "生产环境集群", "a😀bc", "😀😀", "ab😀😀😀"})
    void every_term_that_begins_with_a_text_is_in_a_group_that_is_looked_at(String term) {
        for (int end = 1; end <= term.length(); end++) {
            String text = term.substring(0, end);
            String prefix = TermGroup.prefix(term);

            assertThat(prefix.startsWith(text) || TermGroup.prefixesWithin(text).contains(prefix))
                    .as("%s in %s", text, prefix)
                    .isTrue();
        }
    }

    @Test
    void terms_and_their_places_survive_being_stored() {
        TermGroup group = new TermGroup();
        List<String> terms = List.of("ab", "ab生", "ab😀", "abc", "abz=");
        terms.forEach(term -> group.add(term, terms.indexOf(term)));
        IntStream.range(0, Postings.BLOCK).forEach(place -> group.add("abc", place));
        group.add("abz=", Postings.BLOCK - 1);

        TermGroup stored = TermGroup.of("ab", group.bytes("ab"));

        assertThat(stored.terms()).isEqualTo(group.terms());
        assertThat(find(stored, "ab", "abc", true).cardinality()).isEqualTo(Postings.BLOCK);
    }

    @Test
    void a_term_is_found_as_a_whole_or_by_what_it_begins_with() {
        TermGroup group = new TermGroup();
        group.add("shop", 1);
        group.add("shot", 2);
        group.add("show", 3);

        assertThat(find(group, "sho", "shop", true)).isEqualTo(places(1));
        assertThat(find(group, "sho", "sho", true)).isEqualTo(places());
        assertThat(find(group, "sho", "sho", false)).isEqualTo(places(1, 2, 3));
        assertThat(find(group, "sho", "shot", false)).isEqualTo(places(2));
        assertThat(find(group, "sho", "s", false)).isEqualTo(places(1, 2, 3));
    }

    @Test
    void a_group_that_is_too_large_finds_all_its_rows_by_each_of_its_terms() {
        TermGroup group = new TermGroup();
        addMany(group, Postings.BLOCK);

        byte[] bytes = group.bytes("lab");

        assertThat(bytes).hasSizeLessThan(300);
        TermGroup stored = TermGroup.of("lab", bytes);
        assertThat(find(stored, "lab", "lab7", true).cardinality()).isEqualTo(Postings.BLOCK);
        assertThat(stored.isEmpty()).isFalse();
        assertThat(find(stored, "lab", "lab7", false).cardinality()).isEqualTo(Postings.BLOCK);
    }

    @Test
    void a_row_that_comes_to_a_group_without_terms_is_found_as_well() {
        TermGroup group = new TermGroup();
        addMany(group, Postings.BLOCK - 1);
        TermGroup stored = TermGroup.of("lab", group.bytes("lab"));
        assertThat(find(stored, "lab", "labx", true).get(Postings.BLOCK - 1)).isFalse();

        stored.add("labx", Postings.BLOCK - 1);
        stored.remove("lab1", 1);

        assertThat(find(stored, "lab", "labx", true).get(Postings.BLOCK - 1)).isTrue();
    }

    @Test
    void what_finds_nothing_any_more_is_gone() {
        TermGroup group = new TermGroup();
        group.add("shop", 1);
        group.add("shop", 2);
        group.remove("shop", 1);
        group.remove("shot", 1);
        assertThat(find(group, "sho", "shop", true)).isEqualTo(places(2));

        group.remove("shop", 2);

        assertThat(group.isEmpty()).isTrue();
    }

    private static BitSet find(TermGroup group, String prefix, String term, boolean whole) {
        return TermGroup.find(prefix, group.bytes(prefix), term, whole);
    }

    private static void addMany(TermGroup group, int rows) {
        IntStream.range(0, rows).forEach(place -> {
            group.add("lab" + place + "a", place);
            group.add("lab" + place + "b", place);
        });
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        IntStream.of(places).forEach(set::set);
        return set;
    }
}
