package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In which order lists are read, and how many at once. */
@Timeout(60)
class SyncOrderTest {
    @Test
    void pods_are_asked_for_first_and_the_others_in_their_order() {
        List<KindId> expected = new ArrayList<>(ids(Kinds.ALL));
        expected.remove(new KindId("pods"));
        expected.addFirst(new KindId("pods"));
        assertThat(ids(SyncRun.longestFirst(Kinds.ALL))).isEqualTo(expected);
    }

    @Test
    void only_so_many_lists_are_read_at_once() throws Exception {
        ListTurns turns = new ListTurns(2, Duration.ofMinutes(1));
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        all(
                8,
                () -> turns.take(() -> {
                    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    return reading.decrementAndGet();
                }));
        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void lists_that_hang_hold_up_the_others_for_a_while_only() throws Exception {
        ListTurns turns = new ListTurns(2, Duration.ofMillis(50));
        CountDownLatch allBegun = new CountDownLatch(4);
        all(
                4,
                () -> turns.take(() -> {
                    allBegun.countDown();
                    SyncTest.await(allBegun);
                    return true;
                }));
        assertThat(allBegun.getCount()).isZero();
    }

    @Test
    void a_list_that_fails_leaves_its_place_to_the_next() {
        ListTurns turns = new ListTurns(1, Duration.ofMinutes(1));
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
    }

    private static void all(int times, Callable<?> reading) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> done : threads.invokeAll(Collections.nCopies(times, reading))) {
                done.get();
            }
        }
    }

    private static List<KindId> ids(List<ResourceKind> kinds) {
        return kinds.stream().map(kind -> kind.kind().id()).toList();
    }
}
