package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermissionMemoryTest {
    private static final ClusterId CLUSTER = new ClusterId(7);
    private static final Permission GRANTED = new Permission.Granted();

    private final TestClock clock = new TestClock();
    private final PermissionMemory memory = new PermissionMemory(clock);

    @Test
    void remembers_for_a_minute() {
        memory.keep(CLUSTER, question("web"), GRANTED);
        clock.pass(Duration.ofSeconds(59));
        assertThat(memory.of(CLUSTER, question("web"))).contains(GRANTED);
        clock.pass(Duration.ofSeconds(1));
        assertThat(memory.of(CLUSTER, question("web"))).isEmpty();
    }

    @Test
    void what_one_cluster_says_holds_for_that_one() {
        memory.keep(CLUSTER, question("web"), GRANTED);
        assertThat(memory.of(new ClusterId(8), question("web"))).isEmpty();
        assertThat(memory.of(CLUSTER, question("db"))).isEmpty();
    }

    @Test
    void forgets_the_oldest_when_it_is_full() {
        for (int i = 0; i < PermissionMemory.MOST; i++) {
            memory.keep(CLUSTER, question("web-" + i), GRANTED);
        }
        memory.keep(CLUSTER, question("web-0"), GRANTED);
        memory.keep(CLUSTER, question("one-more"), GRANTED);
        assertThat(memory.of(CLUSTER, question("web-1"))).isEmpty();
        assertThat(memory.of(CLUSTER, question("web-0"))).contains(GRANTED);
        assertThat(memory.of(CLUSTER, question("one-more"))).contains(GRANTED);
    }

    private static AccessQuestion question(String name) {
        return new AccessQuestion("delete", "apps", "deployments", "", "shop", name);
    }
}
