package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.Following.Changed;
import io.ansflow.inventory.Following.Look;
import io.ansflow.operation.ResourceChanged;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at a kind at once when we have changed something of it, and then at those as well that the cluster's controllers
 * change in its wake, until all has come to its end: nobody waits for the next sync to see what they did. Each cluster is
 * followed once, however many changes are made in it.
 */
@Component
class ChangeFollower {
    private static final Logger log = LoggerFactory.getLogger(ChangeFollower.class);

    /** What controllers change in the wake of nearly every change. */
    private static final Set<String> IN_ITS_WAKE = Set.of("deployments", "replicasets", "pods", "resourcequotas");

    /** Clusters that are looked at at the same time; those that answer slowly should not keep the others waiting soon. */
    private static final int CLUSTERS_AT_ONCE = 8;

    private final ClusterSyncs syncs;
    private final ResourceKinds kinds;
    private final UnderWay underWay;
    private final FollowTimer timer;
    /** Guarded by this, from a change until its look is planned: no look begins before it can be found here. */
    private final Map<ClusterId, Following> followed = new HashMap<>();

    private final Semaphore places = new Semaphore(CLUSTERS_AT_ONCE);

    ChangeFollower(ClusterSyncs syncs, ResourceKinds kinds, UnderWay underWay, FollowTimer timer) {
        this.syncs = syncs;
        this.kinds = kinds;
        this.underWay = underWay;
        this.timer = timer;
    }

    @EventListener
    synchronized void follow(ResourceChanged change) {
        ClusterId cluster = change.cluster();
        Following following = followed.computeIfAbsent(cluster, id -> new Following());
        following
                .changed(new Changed(change.kind(), change.namespace(), change.name()), timer.now())
                .ifPresent(delay -> plan(cluster, following, delay));
    }

    /** How many clusters are followed at present. */
    synchronized int clusters() {
        return followed.size();
    }

    private void plan(ClusterId cluster, Following following, Duration delay) {
        following.planned(timer.after(delay, () -> look(cluster)));
    }

    private void look(ClusterId cluster) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            begin(cluster).ifPresent(look -> look(cluster, look));
        } finally {
            places.release();
        }
    }

    private void look(ClusterId cluster, Look look) {
        boolean goesOn = true;
        try {
            List<ResourceKind> some = kinds(look);
            if (!some.isEmpty()) {
                syncs.catchUp(cluster, some);
            }
            goesOn = underWay.any(cluster, look.changed(), IN_ITS_WAKE);
        } catch (NoSuchElementException gone) {
            log.debug("Nothing to look at: {}", gone.getMessage());
            goesOn = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Could not look at what was changed in cluster {}", cluster, e);
        } finally {
            end(cluster, goesOn);
        }
    }

    private synchronized Optional<Look> begin(ClusterId cluster) {
        return Optional.ofNullable(followed.get(cluster)).flatMap(following -> following.begin(timer.now()));
    }

    private synchronized void end(ClusterId cluster, boolean goesOn) {
        Following following = Objects.requireNonNull(followed.get(cluster));
        following
                .end(goesOn, timer.now())
                .ifPresentOrElse(delay -> plan(cluster, following, delay), () -> followed.remove(cluster));
    }

    private List<ResourceKind> kinds(Look look) {
        Set<String> names = new TreeSet<>();
        look.changed().forEach(object -> names.add(object.kind()));
        if (look.wake() && names.contains(UnderWay.NAMESPACES)) {
            // With a namespace comes and goes what is in it.
            return kinds.all();
        }
        if (look.wake()) {
            names.addAll(IN_ITS_WAKE);
        }
        return names.stream().map(kinds::named).flatMap(Optional::stream).toList();
    }
}
