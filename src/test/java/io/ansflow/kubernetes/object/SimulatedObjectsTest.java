package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.kubernetes.simulated.TestedSimulatedCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedObjectsTest extends ObjectsContract {
    SimulatedObjectsTest() {
        super(new TestedSimulatedCluster());
    }

    /** The real control plane under test has no garbage collector. */
    @ParameterizedTest
    @EnumSource(Propagation.class)
    void what_is_owned_goes_with_its_owner_unless_it_becomes_an_orphan(Propagation propagation) {
        ObjectRef ref = deployment(2);
        eventually(() -> list(ResourceType.POD), found -> found.size() == 2);
        var request = DeleteRequest.of(got(api().get(ref)).uid()).with(propagation);

        Optional<KubeObject> left = got(api().delete(ref, request));

        assertThat(left.isPresent()).isEqualTo(propagation != Propagation.BACKGROUND);
        eventually(() -> api().get(ref), Answer.Failed.class::isInstance);
        if (propagation == Propagation.ORPHAN) {
            assertThat(list(ResourceType.REPLICA_SET))
                    .singleElement()
                    .satisfies(set ->
                            assertThat(set.at("metadata", "ownerReferences")).isEmpty());
        } else {
            eventually(() -> list(ResourceType.REPLICA_SET), List::isEmpty);
            eventually(() -> list(ResourceType.POD), List::isEmpty);
        }
    }
}
