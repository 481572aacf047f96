package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a check leaves of what is known about a cluster. */
abstract class ClusterChecksContract extends ClusterCredentialsContract {
    @Test
    void facts_outlive_the_connection_with_their_age() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        var registered = clock.instant();
        apis.failing("one.example", ClusterFailure.of(FailureCode.CONNECT_TIMEOUT, "one.example:443"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(clusters.check(id, CheckProgress.NONE).reachability()).isEqualTo(Reachability.UNREACHABLE);
        ClusterStatus status = clusters.find(id).orElseThrow().status();
        assertThat(status.current()).isFalse();
        assertThat(status.factsAt()).isEqualTo(registered);
        assertThat(status.facts()).isNotNull();
        assertThat(status.since()).isEqualTo(clock.instant());
    }

    @Test
    void the_next_check_backs_off_while_a_cluster_stays_down_and_returns_to_normal() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        apis.failing("one.example", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "one.example:443"));
        for (int i = 0; i < 8; i++) {
            clusters.check(id, CheckProgress.NONE);
        }
        assertThat(nextCheckIn(id)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        apis.healthy("one.example");
        clusters.check(id, CheckProgress.NONE);
        assertThat(nextCheckIn(id)).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    }

    @Test
    void a_cluster_changed_during_its_check_is_checked_anew() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        apis.answering("one.example", () -> {
            asked.countDown();
            await(changed);
            return Answer.of("v1.0.0-of-the-old-address");
        });
        apis.answering("two.example", () -> Answer.of("v2"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var context = SecurityContextHolder.getContext();
            var check = executor.submit(
                    new DelegatingSecurityContextCallable<>(() -> clusters.check(id, CheckProgress.NONE), context));
            await(asked);
            change(id, draft("one", "https://two.example"));
            changed.countDown();
            assertThat(check.get())
                    .isInstanceOfSatisfying(
                            Diagnosis.Connected.class,
                            connected -> assertThat(connected.facts().version()).isEqualTo("v2"));
        }
        assertThat(clusters.find(id).orElseThrow().status().facts())
                .isNotNull()
                .satisfies(facts -> assertThat(facts.version()).isEqualTo("v2"));
    }

    private Duration nextCheckIn(ClusterId id) {
        var next = clusters.find(id).orElseThrow().status().nextCheckAt();
        assertThat(next).isNotNull();
        return Duration.between(clock.instant(), next);
    }
}
