package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Reachability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code test-connection} makes of what a check finds. */
class TestConnectionCommandTest extends CommandTest {
    @Test
    void a_cluster_that_answers_with_limits_is_no_failure() throws InterruptedException {
        registered(cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED)));
        Facts limited = new Facts("v1.33.2", null, 14L, null, 7L, 6L, Duration.ofMillis(3));
        when(clusters.check(eq(new ClusterId(1)), any()))
                .thenReturn(new Diagnosis.Limited(limited, List.of(NO_NODES), trace()));

        assertThat(run("test-connection", "--all", "-o", "json")).isZero();

        JsonNode report = new JsonMapper().readTree(terminal.out()).path(0);
        assertThat(report.path("reachability").stringValue()).isEqualTo("LIMITED");
        assertThat(report.path("code").stringValue()).isEqualTo("FORBIDDEN");
        assertThat(report.path("message").stringValue()).isEqualTo(text(NO_NODES.message()));
        assertThat(report.path("nodes").path("total").isNull()).isTrue();
        assertThat(report.path("pods").path("total").longValue()).isEqualTo(7);
        assertThat(report.path("millis").longValue()).isEqualTo(87);
        assertThat(report.path("bytes").longValue()).isEqualTo(61_933);
    }

    @Test
    void a_cluster_that_does_not_answer_fails_the_command_but_not_the_report() throws InterruptedException {
        registered(
                cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED)),
                cluster(2, "two", status(Reachability.UNKNOWN, List.of(), CHECKED)),
                cluster(3, "three", status(Reachability.UNKNOWN, List.of(), CHECKED)));
        when(clusters.check(eq(new ClusterId(1)), any())).thenReturn(new Diagnosis.Failed(DOWN, trace()));
        when(clusters.check(eq(new ClusterId(2)), any())).thenThrow(new IllegalStateException("our fault"));
        when(clusters.check(eq(new ClusterId(3)), any())).thenReturn(new Diagnosis.Connected(FACTS, trace()));

        assertThat(run("test-connection", "--cluster", "one", "two", "--cluster", "three"))
                .isEqualTo(1);

        assertThat(terminal.out().lines().skip(1))
                .satisfiesExactly(
                        one -> assertThat(one).contains("one", "Unreachable", "–/–", text(DOWN.message())),
                        two -> assertThat(two).contains("two", "Unknown", "our fault"),
                        three -> assertThat(three).contains("three", "Connected", "19/20", "12374/12410", "87 ms"));
    }

    @Test
    void nothing_is_printed_to_standard_output_for_a_cluster_that_is_not_there() {
        when(clusters.find("ghost")).thenReturn(Optional.empty());

        assertThat(run("test-connection", "--cluster", "ghost", "-o", "json")).isEqualTo(1);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("There is no cluster named ghost.\n");
    }
}
