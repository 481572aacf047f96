package io.ansflow.kubernetes.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.kubernetes.object.ObjectApis;
import io.ansflow.testing.FakeClusterApis;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Simulated clusters are there for who asks for them, and for nobody else. */
class RoutingTest {
    private final Simulated simulated = new Simulated();
    private final FakeClusterApis real = new FakeClusterApis();

    @Test
    void the_address_of_a_simulated_cluster_leads_to_it_where_that_is_allowed() {
        try (ClusterApi api = open("https://development.simulated.invalid", true)) {
            assertThat(api.version()).isEqualTo(Answer.of("v1.33.4+k3s1"));
        }
        assertThat(real.opened()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://development.simulated.invalid", "https://DEVELOPMENT.Simulated.INVALID:6443/slow"})
    void it_is_refused_where_nobody_asked_for_any_and_never_looked_for_elsewhere(String address) {
        for (Routing routing : List.of(routing(false), routing())) {
            try (ClusterApi api = clusters(routing).open(access(address), CheckProgress.NONE)) {
                assertThat(api.version())
                        .isEqualTo(Answer.failed(ClusterFailure.because(
                                FailureCode.ADDRESS_NOT_ALLOWED, "simulated", "development.simulated.invalid")));
            }
        }
        assertThat(real.opened()).isEmpty();
    }

    @Test
    void what_fails_with_a_real_cluster_stays_failed() {
        real.failing("10.0.0.1", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443"));

        try (ClusterApi api = open("https://10.0.0.1:6443", true)) {
            assertThat(api.version())
                    .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443")));
        }
        assertThat(real.opened()).hasSize(1);
    }

    @Test
    void collections_and_objects_of_real_clusters_are_asked_of_these() {
        TableApis tables = routing(true).routedTableApis(access -> {
            throw new UnsupportedOperationException("the real one");
        });
        ObjectApis objects = routing(true).routedObjectApis(access -> {
            throw new UnsupportedOperationException("the real one");
        });
        ClusterAccess access = access("https://simulated.invalid.example.com");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> tables.open(access)))
                .hasMessage("the real one");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> objects.open(access)))
                .hasMessage("the real one");
    }

    private ClusterApi open(String address, boolean allowed) {
        ClusterAccess access =
                SimulatedAddress.of(URI.create(address)).map(simulated::access).orElseGet(() -> access(address));
        return clusters(routing(allowed)).open(access, CheckProgress.NONE);
    }

    private ClusterApis clusters(Routing routing) {
        return routing.routedClusterApis(real, Duration.ofSeconds(20));
    }

    private Routing routing(boolean allowed) {
        return routing(Map.of("switch", (SimulationSwitch) () -> allowed));
    }

    private Routing routing() {
        return routing(Map.of());
    }

    private Routing routing(Map<String, SimulationSwitch> switches) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.copyOf(switches));
        ObjectProvider<SimulationSwitch> provider = beans.getBeanProvider(SimulationSwitch.class);
        return new Routing(new SimulatedClusters(simulated.clock()), provider, simulated.clock());
    }

    private static ClusterAccess access(String address) {
        return new ClusterAccess(
                URI.create(address),
                new ServerTrust(List.of(), null, true),
                null,
                new ClientIdentity(Map.of("Authorization", "Bearer a.b.c"), null, null));
    }
}
