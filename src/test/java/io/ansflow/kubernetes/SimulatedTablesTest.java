package io.ansflow.kubernetes;

import io.ansflow.kubernetes.simulated.TestedSimulatedCluster;

class SimulatedTablesTest extends TablesContract {
    SimulatedTablesTest() {
        super(new TestedSimulatedCluster());
    }
}
