package io.ansflow.kubernetes.object;

import io.ansflow.testing.Needs;
import io.ansflow.testing.TestedRealCluster;

@Needs(Needs.Part.CLUSTER)
class RealObjectsTest extends ObjectsContract {
    RealObjectsTest() {
        super(new TestedRealCluster());
    }
}
