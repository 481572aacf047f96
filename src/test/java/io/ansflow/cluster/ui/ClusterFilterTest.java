package io.ansflow.cluster.ui;

import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Reachability;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFilterTest {

    @Test
    void comes_back_from_an_address_as_it_went_in() {
        ClusterFilter filter = new ClusterFilter(
                "生产 & test", Set.of(Reachability.LIMITED, Reachability.UNKNOWN), Set.of(Environment.PRODUCTION));

        String address = filter.toQuery().getQueryString();

        assertThat(ClusterFilter.from(QueryParameters.fromString(address))).isEqualTo(filter);
    }

    @Test
    void no_filter_leaves_the_address_alone() {
        assertThat(ClusterFilter.NONE.toQuery().getQueryString()).isEmpty();
    }

    @Test
    void nonsense_in_an_address_is_ignored() {
        var query = QueryParameters.fromString("reachability=great&environment=&unknown=1");

        assertThat(ClusterFilter.from(query)).isEqualTo(ClusterFilter.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP", "web", "10.0.0.1", "v1.33", "standard"})
    void text_occurs_anywhere_in_what_describes_a_cluster(String text) {
        var shop = cluster(1, "shop").description("Web").build();

        assertThat(new ClusterFilter(text, Set.of(), Set.of()).matches(shop)).isTrue();
    }

    @Test
    void text_that_occurs_nowhere_does_not_match() {
        var shop = cluster(1, "shop").build();

        assertThat(new ClusterFilter("web", Set.of(), Set.of()).matches(shop)).isFalse();
    }
}
