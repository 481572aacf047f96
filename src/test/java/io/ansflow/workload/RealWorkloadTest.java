package io.ansflow.workload;

import io.ansflow.operation.Target;
import io.ansflow.testing.RealClusterTest;
import org.junit.jupiter.api.BeforeEach;

/** The workload services over a real cluster, each test with objects of its own. */
abstract class RealWorkloadTest extends RealClusterTest {
    Fixtures fixtures;

    @BeforeEach
    void prepare_fixtures() {
        fixtures = new Fixtures(namespace, cluster);
    }

    Target target(String kind, String name) {
        return new Target(cluster, kind, namespace.name(), name, null);
    }
}
