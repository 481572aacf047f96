package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingsTest {
    private static final long FIRST = 7L << 40;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 127, 128, 129, 2000, 2048})
    void places_survive_being_stored(int many) {
        for (BitSet places : new BitSet[] {first(many), last(many), spread(many)}) {
            byte[] bytes = Postings.bytes(places);

            assertThat(bytes).hasSizeLessThanOrEqualTo(256);
            assertThat(Postings.places(bytes)).isEqualTo(places);
        }
    }

    @Test
    void an_id_is_a_block_and_a_place_in_it() {
        long id = FIRST + 3 * 2048 + 17;
        Postings postings = new Postings();

        postings.add(Postings.block(id), places(Postings.place(id), 2047));

        assertThat(postings.ids()).containsExactlyInAnyOrder(id, FIRST + 4 * 2048 - 1);
        assertThat(postings.size()).isEqualTo(2);
    }

    @Test
    void what_both_have_stays() {
        Postings postings = new Postings();
        postings.add(0, places(1, 2, 3));
        postings.add(1, places(4));
        Postings others = new Postings();
        others.add(0, places(2, 3, 4));
        others.add(2, places(4));

        postings.retainAll(others);

        assertThat(postings.ids()).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void what_one_of_them_has_is_in_both_together() {
        Postings postings = new Postings();
        postings.add(0, places(1));
        Postings others = new Postings();
        others.add(0, places(2));
        others.add(1, places(0));

        postings.addAll(others);

        assertThat(postings.ids()).containsExactlyInAnyOrder(1L, 2L, 2048L);
        others.add(0, places(9));
        assertThat(postings.ids()).hasSize(3);
    }

    @Test
    void ids_of_a_block_are_nobody_elses() {
        RowIds ids = new RowIds(FIRST);

        assertThat(ids.block()).isEqualTo(FIRST);
        assertThat(ids.next()).isEqualTo(FIRST + 2048);
        assertThat(ids.block()).isEqualTo(FIRST + 4096);
        assertThat(ids.next()).isEqualTo(FIRST + 6144);
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        IntStream.of(places).forEach(set::set);
        return set;
    }

    private static BitSet first(int many) {
        return places(IntStream.range(0, many).toArray());
    }

    private static BitSet last(int many) {
        return places(IntStream.range(2048 - many, 2048).toArray());
    }

    private static BitSet spread(int many) {
        return places(
                IntStream.range(0, many).map(i -> i * 2047 / Math.max(1, many)).toArray());
    }
}
