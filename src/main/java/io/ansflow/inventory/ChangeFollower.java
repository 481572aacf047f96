package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.operation.ResourceChanged;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at a kind at once when we have changed something of it, and a little later at those that the cluster's
 * controllers change in its wake, so that nobody waits for the next sync to see what they did.
 */
@Component
class ChangeFollower {
    private static final Logger log = LoggerFactory.getLogger(ChangeFollower.class);

    /** When to look: at once, and when controllers have had time to act. */
    private static final List<Duration> AFTER = List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(8));

    /** What controllers change in the wake of nearly every change. */
    private static final List<String> IN_ITS_WAKE = List.of("deployments", "replicasets", "pods", "resourcequotas");

    private final ClusterSyncs syncs;
    private final ResourceKinds kinds;
    private final Set<Look> planned = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name("change-follower-", 1).factory());

    ChangeFollower(ClusterSyncs syncs, ResourceKinds kinds) {
        this.syncs = syncs;
        this.kinds = kinds;
    }

    private record Look(ClusterId cluster, Set<String> kinds, Duration after) {}

    @EventListener
    void follow(ResourceChanged change) {
        Set<String> later = new TreeSet<>(IN_ITS_WAKE);
        later.add(change.kind());
        for (Duration after : AFTER) {
            plan(new Look(change.cluster(), after.isZero() ? Set.of(change.kind()) : later, after));
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Many changes at once need one look. */
    private void plan(Look look) {
        if (planned.add(look)) {
            var _ = threads.schedule(() -> look(look), look.after().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(Look look) {
        planned.remove(look);
        List<ResourceKind> known = look.kinds().stream()
                .map(kinds::named)
                .flatMap(Optional::stream)
                .toList();
        try {
            syncs.catchUp(look.cluster(), known);
        } catch (NoSuchElementException gone) {
            log.debug("Nothing to look at: {}", gone.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Could not look at the {} of cluster {} after a change", look.kinds(), look.cluster(), e);
        }
    }
}
