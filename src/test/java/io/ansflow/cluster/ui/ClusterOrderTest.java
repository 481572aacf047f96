package io.ansflow.cluster.ui;

import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterOrderTest {

    @Test
    void the_worst_comes_first() {
        ClusterFailure failure = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes");
        Stream<Cluster> clusters = Stream.of(
                cluster(1, "connected").build(),
                cluster(2, "limited").failing(Reachability.LIMITED, failure).build(),
                cluster(3, "unchecked").neverChecked().build(),
                cluster(4, "unreachable")
                        .failing(Reachability.UNREACHABLE, failure)
                        .build());

        assertThat(sorted(clusters, ClusterOrder::bySeverity))
                .containsExactly("unreachable", "unchecked", "limited", "connected");
    }

    @Test
    void versions_are_compared_by_their_numbers() {
        Stream<Cluster> clusters = Stream.of("v1.33.2", "v1.9.11", "v1.33.10+k3s1", "v1.33")
                .map(version ->
                        cluster(1, version).facts(version, null, null, null).build());

        assertThat(sorted(clusters, ClusterOrder::byVersion))
                .containsExactly("v1.9.11", "v1.33", "v1.33.2", "v1.33.10+k3s1");
    }

    @Test
    void what_is_not_known_comes_last() {
        Stream<Cluster> clusters = Stream.of(
                cluster(1, "unread").neverRead().build(),
                cluster(2, "large").facts("v1", new NodeCount(50, 50), 1L, 1L).build(),
                cluster(3, "forbidden").facts("v1", null, 1L, 1L).build(),
                cluster(4, "small").facts("v1", new NodeCount(1, 1), 1L, 1L).build());

        assertThat(sorted(clusters, ClusterOrder::byNodes)).startsWith("small", "large");
    }

    @Test
    void chinese_names_are_sorted_by_sound() {
        Stream<Cluster> clusters =
                Stream.of("生产", "测试", "开发").map(name -> cluster(1, name).build());

        assertThat(sorted(clusters, ClusterOrder.byName(Locale.SIMPLIFIED_CHINESE)))
                .containsExactly("测试", "开发", "生产");
    }

    private static List<String> sorted(Stream<Cluster> clusters, Comparator<Cluster> order) {
        return clusters.sorted(order).map(Cluster::name).toList();
    }
}
