package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.simulated.world.Blueprint;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The simulated clusters of this process: each is made when it is first asked something. */
@Component
class SimulatedClusters {
    private final Clock clock;
    private final Map<String, Lazy> clusters = new ConcurrentHashMap<>();

    SimulatedClusters(Clock clock) {
        this.clock = clock;
    }

    /** The cluster of a name, or empty if there can be none. */
    Optional<SimulatedCluster> find(String name) {
        Lazy known = clusters.get(name);
        if (known != null) {
            return Optional.of(known.get());
        }
        return Blueprint.named(name)
                .map(blueprint -> clusters.computeIfAbsent(
                                name, any -> new Lazy(() -> new SimulatedCluster(blueprint, clock)))
                        .get());
    }

    /** Makes one cluster at most, without keeping the others waiting. */
    private static final class Lazy {
        private final Supplier<SimulatedCluster> making;
        private volatile @org.jspecify.annotations.Nullable SimulatedCluster made;

        Lazy(Supplier<SimulatedCluster> making) {
            this.making = making;
        }

        SimulatedCluster get() {
            SimulatedCluster found = made;
            return found == null ? make() : found;
        }

        private synchronized SimulatedCluster make() {
            SimulatedCluster found = made;
            if (found == null) {
                found = making.get();
                made = found;
            }
            return found;
        }
    }
}
