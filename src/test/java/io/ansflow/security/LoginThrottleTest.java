package io.ansflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void the_first_failures_cost_nothing() {
        fail(LoginThrottle.FREE_TRIES - 1);
        assertThat(throttle.wait("admin", "10.0.0.1")).isZero();
    }

    @Test
    void every_further_failure_doubles_the_wait_up_to_a_limit() {
        fail(LoginThrottle.FREE_TRIES);
        assertThat(throttle.wait("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail(1);
        assertThat(throttle.wait("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(4));
        fail(30);
        assertThat(throttle.wait("admin", "10.0.0.1")).isEqualTo(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void the_wait_passes() {
        fail(LoginThrottle.FREE_TRIES);
        clock.pass(Duration.ofSeconds(2));
        assertThat(throttle.wait("admin", "10.0.0.1")).isZero();
    }

    @Test
    void a_stranger_does_not_lock_anybody_out() {
        fail(50);
        assertThat(throttle.wait("admin", "10.0.0.2")).isZero();
    }

    @Test
    void success_forgives() {
        fail(LoginThrottle.FREE_TRIES);
        throttle.succeeded("admin", "10.0.0.1");
        fail(1);
        assertThat(throttle.wait("admin", "10.0.0.1")).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("admin", "10.0.0.1");
        }
    }
}
