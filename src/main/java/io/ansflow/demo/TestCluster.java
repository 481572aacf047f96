package io.ansflow.demo;

import io.ansflow.base.Text;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.simulated.MadeUpAuthority;
import io.ansflow.kubernetes.simulated.MadeUpAuthority.Client;
import io.ansflow.kubernetes.simulated.SimulatedAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The three clusters that everybody begins with, one for each way to authenticate. */
enum TestCluster {
    DEVELOPMENT("development", "开发环境集群", ClusterType.K3S, Environment.DEVELOPMENT, "shop-dev", Duration.ofDays(180)) {
        @Override
        Credentials credentials(MadeUpAuthority authority) {
            String token = authority.token("kube-system", ACCOUNT, life());
            return new Credentials("token", Map.of("token", token, "caCertificate", authority.certificate()), true);
        }
    },

    /** Its credential ends soon. */
    PRODUCTION("production", "生产环境集群", ClusterType.STANDARD, Environment.PRODUCTION, "shop", Duration.ofDays(9)) {
        @Override
        Credentials credentials(MadeUpAuthority authority) {
            Client client = authority.client(ACCOUNT, "", life());
            return new Credentials("kubeconfig", Map.of("kubeconfig", authority.kubeconfig(ACCOUNT, client)), false);
        }
    },

    /** It is in trouble. */
    TESTING("testing", "测试环境集群", ClusterType.STANDARD, Environment.TESTING, "shop-test", Duration.ofDays(300)) {
        @Override
        Credentials credentials(MadeUpAuthority authority) {
            Client client = authority.client(ACCOUNT, "", life());
            return new Credentials(
                    "certificate",
                    Map.of(
                            "clientCertificate", client.certificate(),
                            "clientKey", client.key(),
                            "caCertificate", authority.certificate()),
                    true);
        }
    };

    private static final String ACCOUNT = "ansflow";

    private final String id;
    private final String displayName;
    private final ClusterType type;
    private final Environment environment;
    private final String namespace;
    private final Duration life;

    TestCluster(
            String id, String displayName, ClusterType type, Environment environment, String namespace, Duration life) {
        this.id = id;
        this.displayName = displayName;
        this.type = type;
        this.environment = environment;
        this.namespace = namespace;
        this.life = life;
    }

    /**
     * How one authenticates.
     *
     * @param asksForServer whether the address is given beside it
     */
    record Credentials(String method, Map<String, String> values, boolean asksForServer) {
        @Override
        public String toString() {
            return "Credentials[" + method + "]";
        }
    }

    SimulatedAddress address() {
        return SimulatedAddress.of(id);
    }

    Duration life() {
        return life;
    }

    /** What it is about, in a sentence. */
    Text description() {
        return Text.of("demo.cluster." + id);
    }

    /** With credentials that are made up in this moment. */
    ClusterDraft draft(String description, Instant now) {
        Credentials credentials = credentials(new MadeUpAuthority(address(), now));
        return new ClusterDraft(
                displayName,
                description,
                type,
                environment,
                namespace,
                false,
                credentials.asksForServer() ? address().uri().toString() : null,
                credentials.method(),
                credentials.values(),
                true);
    }

    abstract Credentials credentials(MadeUpAuthority authority);
}
