package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.security.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@Timeout(60)
class ParallelTest {
    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void results_are_in_the_order_of_the_items_and_told_as_they_come() {
        CountDownLatch second = new CountDownLatch(1);
        List<String> told = new ArrayList<>();
        List<String> results = Parallel.map(
                List.of("a", "b"),
                2,
                item -> {
                    if (item.equals("a")) {
                        await(second);
                    } else {
                        second.countDown();
                    }
                    return item.toUpperCase(Locale.ROOT);
                },
                told::add);
        assertThat(results).containsExactly("A", "B");
        assertThat(told).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void so_many_at_a_time_and_no_more() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parallel.map(
                List.of(1, 2, 3, 4, 5, 6),
                2,
                item -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        both.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    now.decrementAndGet();
                    return item;
                },
                item -> {});
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void works_with_the_rights_of_the_caller() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("lilei", null));
        assertThat(Parallel.map(List.of(1), 1, item -> new CurrentUser().name(), name -> {}))
                .containsExactly("lilei");
    }

    @Test
    void an_interrupt_ends_the_work_under_way() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                Parallel.map(
                        List.of(1),
                        1,
                        item -> {
                            started.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return item;
                        },
                        item -> {});
            } catch (CancellationException e) {
                cancelled.countDown();
            }
        });
        await(started);
        caller.interrupt();
        await(cancelled);
        await(interrupted);
    }

    @Test
    void a_mistake_of_ours_comes_out() {
        assertThatThrownBy(() -> Parallel.map(
                        List.of(1),
                        1,
                        item -> {
                            throw new IllegalStateException("ours");
                        },
                        item -> {}))
                .hasMessage("ours");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
