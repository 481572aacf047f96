package io.ansflow.operation;

import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchingTest {
    private static final ClusterFailure DOWN = ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "one:6443");
    private static final ClusterFailure FORBIDDEN = ClusterFailure.of(FailureCode.FORBIDDEN, "get", "pods");

    private final Watching watching = new Watching(Duration.ofMillis(1), Duration.ofSeconds(50));
    private final List<Integer> told = new ArrayList<>();

    @Test
    void tells_every_change_once_until_it_is_done() {
        assertThat(got(watching.until(looks(1, 1, 2, 2, 3, 4), seen -> seen == 3, told::add)))
                .isEqualTo(3);
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void puts_up_with_a_cluster_that_is_down_for_a_while() {
        assertThat(got(watching.until(looks(1, DOWN, DOWN, 2), seen -> seen == 2, told::add)))
                .isEqualTo(2);
    }

    @Test
    void does_not_go_on_where_we_may_not_look() {
        assertThat(watching.until(looks(1, FORBIDDEN, 2), seen -> seen == 2, told::add))
                .isEqualTo(Answer.failed(FORBIDDEN));
    }

    @Test
    void looks_once_more_when_the_time_is_over() {
        var over = new Watching(Duration.ofDays(1), Duration.ZERO);
        assertThat(got(over.until(looks(1), seen -> false, told::add))).isEqualTo(1);
        assertThat(over.until(looks(DOWN), seen -> false, told::add)).isEqualTo(Answer.failed(DOWN));
    }

    @Test
    void an_interrupt_ends_it() {
        var slow = new Watching(Duration.ofDays(1), Duration.ofDays(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> slow.until(looks(1), seen -> false, told::add))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Supplier<Answer<Integer>> looks(Object... seen) {
        Iterator<Object> next = List.of(seen).iterator();
        return () -> switch (next.next()) {
            case ClusterFailure failure -> Answer.failed(failure);
            case Object number -> Answer.of((Integer) number);
        };
    }
}
