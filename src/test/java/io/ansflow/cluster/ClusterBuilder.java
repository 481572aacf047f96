package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes clusters for tests: connected and checked a moment ago, unless told otherwise. */
public final class ClusterBuilder {

    private final long id;
    private final String name;
    private int revision;
    private String description = "";
    private ClusterType type = ClusterType.STANDARD;
    private Environment environment = Environment.DEVELOPMENT;
    private boolean defaultCluster;
    private URI server;
    private String authMethod = "token";
    private Set<String> stored = Set.of("token");
    private boolean verifyTls = true;
    private @Nullable Instant expires;
    private Reachability reachability = Reachability.CONNECTED;
    private List<ClusterFailure> failures = List.of();
    private @Nullable Instant checkedAt = Instant.now().minusSeconds(20);
    private @Nullable Instant factsAt = checkedAt;
    private @Nullable Facts facts =
            new Facts("v1.33.2", "admin", 7L, new NodeCount(3, 3), 42L, 40L, Duration.ofMillis(8));
    private @Nullable RunningCheck running;

    private ClusterBuilder(long id, String name) {
        this.id = id;
        this.name = name;
        this.server = URI.create("https://10.0.0." + id + ":6443");
    }

    public static ClusterBuilder cluster(long id, String name) {
        return new ClusterBuilder(id, name);
    }

    /** As after so many edits. */
    public ClusterBuilder revision(int edits) {
        revision = edits;
        return this;
    }

    public ClusterBuilder description(String text) {
        description = text;
        return this;
    }

    public ClusterBuilder type(ClusterType value) {
        type = value;
        return this;
    }

    public ClusterBuilder environment(Environment value) {
        environment = value;
        return this;
    }

    public ClusterBuilder defaultCluster() {
        defaultCluster = true;
        return this;
    }

    public ClusterBuilder server(String address) {
        server = URI.create(address);
        return this;
    }

    public ClusterBuilder auth(String method, String... storedFields) {
        authMethod = method;
        stored = Set.of(storedFields);
        return this;
    }

    public ClusterBuilder insecure() {
        verifyTls = false;
        return this;
    }

    public ClusterBuilder expiresIn(Duration left) {
        expires = Instant.now().plus(left);
        return this;
    }

    public ClusterBuilder facts(
            String version, @Nullable NodeCount nodes, @Nullable Long pods, @Nullable Long running) {
        facts = new Facts(version, "admin", 7L, nodes, pods, running, Duration.ofMillis(8));
        return this;
    }

    /** The last check found this; what was read before it stays. */
    public ClusterBuilder failing(Reachability now, ClusterFailure... why) {
        reachability = now;
        failures = List.of(why);
        factsAt = now == Reachability.LIMITED ? checkedAt : Instant.now().minus(Duration.ofMinutes(30));
        return this;
    }

    public ClusterBuilder neverRead() {
        facts = null;
        factsAt = null;
        return this;
    }

    public ClusterBuilder neverChecked() {
        reachability = Reachability.UNKNOWN;
        checkedAt = null;
        return neverRead();
    }

    public ClusterBuilder running(RunningCheck check) {
        running = check;
        return this;
    }

    public Cluster build() {
        ClusterStatus status = new ClusterStatus(
                reachability,
                failures,
                checkedAt,
                checkedAt == null ? null : checkedAt.plusSeconds(60),
                checkedAt == null ? null : checkedAt.minus(Duration.ofHours(3)),
                failures.isEmpty() ? 0 : 4,
                facts,
                factsAt,
                running);
        return new Cluster(
                new ClusterId(id),
                revision,
                name,
                description,
                type,
                environment,
                "default",
                defaultCluster,
                server,
                authMethod,
                stored,
                verifyTls,
                expires,
                status);
    }
}
