package io.ansflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class HttpLimitsTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(HttpClusterApis.class);

    @Test
    void has_defaults_that_work() {
        application.run(context -> assertThat(context.getBean(HttpLimits.class))
                .isEqualTo(new HttpLimits(
                        true,
                        true,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        DataSize.ofMegabytes(32))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-timeout=0s",
                "handshake-timeout=0s",
                "read-timeout=-1s",
                "check-deadline=1d",
                "dns-timeout=soon",
                "max-response-size=0B",
                "max-response-size=64GB",
                "allow-private=perhaps",
            })
    void refuses_to_start_without_bounds(String setting) {
        application
                .withPropertyValues("ansflow.kubernetes." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
