package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncOrderTest {
    @Test
    void pods_are_asked_for_first_and_the_others_in_their_order() {
        List<KindId> expected = new ArrayList<>(ids(Kinds.ALL));
        expected.remove(new KindId("pods"));
        expected.addFirst(new KindId("pods"));
        assertThat(ids(SyncRun.longestFirst(Kinds.ALL))).isEqualTo(expected);
    }

    private static List<KindId> ids(List<ResourceKind> kinds) {
        return kinds.stream().map(kind -> kind.kind().id()).toList();
    }
}
