package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import java.util.HashMap;
import java.util.Map;

/** Describes clusters for tests, and registers them: standard ones for testing, by token, verified, unless told otherwise. */
public final class DraftBuilder {
    private final String name;
    private final String server;
    private final Map<String, String> credentials = new HashMap<>(Map.of("token", "a-token-that-is-long-enough"));
    private Environment environment = Environment.TESTING;
    private boolean defaultCluster;
    private boolean verifyTls = true;

    private DraftBuilder(String name, String server) {
        this.name = name;
        this.server = server;
    }

    public static DraftBuilder draft(String name, String server) {
        return new DraftBuilder(name, server);
    }

    public DraftBuilder environment(Environment value) {
        environment = value;
        return this;
    }

    public DraftBuilder defaultCluster() {
        defaultCluster = true;
        return this;
    }

    /** What is entered in that field. */
    public DraftBuilder credential(String field, String value) {
        credentials.put(field, value);
        return this;
    }

    public DraftBuilder credentials(Map<String, String> byField) {
        credentials.putAll(byField);
        return this;
    }

    /** As of somebody who changes a cluster and keeps its credential. */
    public DraftBuilder withoutCredentials() {
        credentials.clear();
        return this;
    }

    public DraftBuilder insecure() {
        verifyTls = false;
        return this;
    }

    public ClusterDraft build() {
        return new ClusterDraft(
                name,
                "",
                ClusterType.STANDARD,
                environment,
                "default",
                defaultCluster,
                server,
                "token",
                credentials,
                verifyTls);
    }

    /** Registers it, whether it can be reached or not. */
    public ClusterId register(Clusters clusters) {
        return ((SaveResult.Saved) clusters.register(build(), true, CheckProgress.NONE)).id();
    }
}
