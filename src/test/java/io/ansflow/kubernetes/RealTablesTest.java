package io.ansflow.kubernetes;

import io.ansflow.testing.Needs;
import io.ansflow.testing.TestedRealCluster;

@Needs(Needs.Part.CLUSTER)
class RealTablesTest extends TablesContract {
    RealTablesTest() {
        super(new TestedRealCluster());
    }
}
