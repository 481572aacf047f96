package io.ansflow.kubernetes.simulated.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceManifestsTest {

    @Test
    void fields_of_a_limit_range_stand_in_the_same_order_in_every_process() {
        Line line = Line.parse("limits shop default=500m/512Mi request=100m/128Mi max=1/1Gi");

        assertThat(NamespaceManifests.limits(line).path("spec"))
                .hasToString("{\"limits\":[{\"type\":\"Container\",\"default\":{\"cpu\":\"500m\",\"memory\":\"512Mi\"},"
                        + "\"defaultRequest\":{\"cpu\":\"100m\",\"memory\":\"128Mi\"},"
                        + "\"max\":{\"cpu\":\"1\",\"memory\":\"1Gi\"}}]}");
    }
}
