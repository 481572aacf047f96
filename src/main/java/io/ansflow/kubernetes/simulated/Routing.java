package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectApis;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one place where it is decided whether a connection leads to a simulated cluster: if, and only if, its address says so.
 * Such a connection never reaches the adapter to real clusters; whether it leads anywhere is for the switch of this
 * installation to say. What goes wrong with one to a real cluster leads back here by no way.
 */
@Configuration(proxyBeanMethods = false)
class Routing {
    private final SimulatedClusters clusters;
    private final ObjectProvider<SimulationSwitch> simulation;
    private final Clock clock;

    Routing(SimulatedClusters clusters, ObjectProvider<SimulationSwitch> simulation, Clock clock) {
        this.clusters = clusters;
        this.simulation = simulation;
        this.clock = clock;
    }

    @Bean
    ClusterApis routedClusterApis(
            @Qualifier("httpClusterApis") ClusterApis real,
            @Value("${ansflow.kubernetes.check-deadline:20s}") Duration deadline) {
        return new ClusterApis() {
            @Override
            public ClusterApi open(ClusterAccess access, CheckProgress progress) {
                return simulated(access)
                        .<ClusterApi>map(connection -> new SimulatedClusterApi(connection, progress, deadline))
                        .orElseGet(() -> real.open(access, progress));
            }
        };
    }

    @Bean
    TableApis routedTableApis(@Qualifier("httpTableApis") TableApis real) {
        return access -> simulated(access).<TableApi>map(SimulatedTableApi::new).orElseGet(() -> real.open(access));
    }

    @Bean
    ObjectApis routedObjectApis(@Qualifier("httpObjectApis") ObjectApis real) {
        return access ->
                simulated(access).<ObjectApi>map(SimulatedObjectApi::new).orElseGet(() -> real.open(access));
    }

    private Optional<Connection> simulated(ClusterAccess access) {
        return SimulatedAddress.of(access.server())
                .map(address -> new Connection(address, access, clusters, on(), clock));
    }

    private boolean on() {
        SimulationSwitch found = simulation.getIfAvailable();
        return found != null && found.on();
    }
}
