package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ansflow.base.ClusterId;
import io.ansflow.operation.ResourceChanged;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ChangeFollowerRaceTest {
    private static final ClusterId ONE = new ClusterId(1);

    private final ClusterSyncs syncs = mock(ClusterSyncs.class);

    @Test
    void a_look_that_begins_while_the_change_is_still_being_noted_is_not_lost() throws Exception {
        ResourceKinds kinds = mock(ResourceKinds.class);
        when(kinds.named("pods")).thenReturn(Optional.of(mock(ResourceKind.class)));
        var follower = new ChangeFollower(syncs, kinds, mock(UnderWay.class), new EagerTimer());

        follower.follow(new ResourceChanged(ONE, "pods", "shop", "web", null, true));

        verify(syncs, timeout(10_000)).catchUp(eq(ONE), any());
    }

    /** Begins what is due at once, and gives it the time to come before whoever asked for it. */
    private static final class EagerTimer implements FollowTimer {
        @Override
        public Duration now() {
            return Duration.ofHours(1);
        }

        @Override
        public Future<?> after(Duration delay, Runnable task) {
            if (delay.isPositive()) {
                return new CompletableFuture<>();
            }
            CompletableFuture<?> begun = CompletableFuture.runAsync(task);
            try {
                begun.get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                assertThat(begun).isNotDone();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
            return begun;
        }
    }
}
