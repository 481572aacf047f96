package io.ansflow.demo;

import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.simulated.MadeUpAuthority;
import io.ansflow.kubernetes.simulated.SimulatedAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Registers simulated clusters, with credentials that are made up in that moment, and removes them. For administrators. */
@Component
public class TestClusters {
    private static final Duration LIFE = Duration.ofDays(365);

    private final Clusters clusters;
    private final StoredSwitch simulation;
    private final Messages messages;
    private final Clock clock;

    TestClusters(Clusters clusters, StoredSwitch simulation, Messages messages, Clock clock) {
        this.clusters = clusters;
        this.simulation = simulation;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What became of a cluster.
     *
     * @param changed whether it was registered or removed now; otherwise it was as wanted already
     */
    public record Outcome(String cluster, URI server, boolean changed) {}

    /**
     * A fleet.
     *
     * @param clusters how many, at least 1
     * @param pods how many in all of them together, at least one each
     */
    public record Fleet(int clusters, int pods) {
        public Fleet {
            if (clusters < 1 || pods < clusters) {
                throw new IllegalArgumentException("A fleet has a cluster, and each cluster a pod");
            }
        }
    }

    /** Registers the three test clusters, as far as they are not there; switches simulation on. */
    public List<Outcome> create() {
        simulation.turn(true);
        Map<URI, Cluster> known = known();
        List<Outcome> outcomes = new ArrayList<>();
        for (TestCluster wanted : TestCluster.values()) {
            Cluster there = known.get(wanted.address().uri());
            outcomes.add(
                    there != null
                            ? new Outcome(there.name(), there.server(), false)
                            : register(
                                    wanted.draft(bilingual(wanted.description()), clock.instant()), wanted.address()));
        }
        return outcomes;
    }

    /**
     * Registers the clusters of a fleet, as far as they are not there; switches simulation on.
     *
     * @param sink told of each
     */
    public void create(Fleet fleet, Consumer<Outcome> sink) {
        simulation.turn(true);
        Map<URI, Cluster> known = known();
        for (int number = 1; number <= fleet.clusters(); number++) {
            int pods = fleet.pods() / fleet.clusters() + (number <= fleet.pods() % fleet.clusters() ? 1 : 0);
            SimulatedAddress address = SimulatedAddress.of("fleet-" + number + "-" + pods);
            Cluster there = known.get(address.uri());
            sink.accept(
                    there != null
                            ? new Outcome(there.name(), there.server(), false)
                            : register(ofFleet(number, address), address));
        }
    }

    /** Removes all simulated clusters; switches simulation off. */
    public List<Outcome> remove() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Cluster cluster : known().values()) {
            clusters.delete(cluster.id(), cluster.name());
            outcomes.add(new Outcome(cluster.name(), cluster.server(), true));
        }
        simulation.turn(false);
        return outcomes;
    }

    private Map<URI, Cluster> known() {
        return clusters.list().stream()
                .filter(Cluster::simulated)
                .collect(Collectors.toMap(Cluster::server, cluster -> cluster, (first, second) -> first));
    }

    private Outcome register(ClusterDraft draft, SimulatedAddress address) {
        clusters.register(draft, true, CheckProgress.NONE);
        return new Outcome(draft.name(), address.uri(), true);
    }

    private ClusterDraft ofFleet(int number, SimulatedAddress address) {
        Instant now = clock.instant();
        MadeUpAuthority authority = new MadeUpAuthority(address, now);
        Environment[] environments = Environment.values();
        return new ClusterDraft(
                String.format(Locale.ROOT, "fleet-%04d", number),
                "",
                ClusterType.STANDARD,
                environments[number % environments.length],
                "default",
                false,
                address.uri().toString(),
                "token",
                Map.of(
                        "token",
                        authority.token("kube-system", "ansflow", LIFE),
                        "caCertificate",
                        authority.certificate()),
                true);
    }

    /** What is stored is read by everybody, whatever language this process speaks. */
    private String bilingual(Text text) {
        return messages.get(Messages.CHINESE, text) + " / " + messages.get(Messages.ENGLISH, text);
    }
}
