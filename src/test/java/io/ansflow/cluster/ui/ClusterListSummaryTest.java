package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What stands over the list, or instead of it. */
class ClusterListSummaryTest extends ClusterListTest {

    @Test
    void statistics_say_which_clusters_they_include() {
        clusters.with(
                cluster(1, "alpha").build(),
                cluster(2, "beta")
                        .failing(Reachability.UNREACHABLE, refused())
                        .neverRead()
                        .build(),
                cluster(3, "gamma")
                        .facts("v1.30.0", null, 10L, 9L)
                        .failing(Reachability.LIMITED, ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes"))
                        .build());

        open(Role.VIEWER);

        assertThat(tile("Clusters")).contains("3");
        assertThat(tile("Connected")).contains("1", "1 more limited");
        assertThat(tile("In trouble")).contains("1");
        assertThat(tile("Nodes ready")).contains("3 / 3", "of 1 of 3 clusters");
        assertThat(tile("Pods running")).contains("49 / 52", "of 2 of 3 clusters");
    }

    @Test
    void clusters_whose_nodes_are_not_all_ready_are_counted_beside_those_in_trouble() {
        clusters.with(
                cluster(1, "alpha").build(),
                cluster(2, "beta")
                        .facts("v1.33.2", new NodeCount(3, 2), 10L, 9L)
                        .build());

        open(Role.VIEWER);

        assertThat(tile("In trouble")).contains("0", "nodes not ready in 1 more");
    }

    @Test
    void without_clusters_an_administrator_is_invited_to_add_one() {
        open(Role.ADMINISTRATOR);

        Component empty = emptyState();

        assertThat(Screen.text(empty)).contains("No clusters yet", "Add cluster");
        assertThat(tile("Nodes ready")).contains("–", "There is no cluster yet.");
    }

    @Test
    void without_clusters_a_viewer_is_told_to_wait() {
        open(Role.VIEWER);

        assertThat(Screen.text(emptyState())).contains("As soon as an administrator adds a cluster");
    }

    @Test
    void a_database_that_is_away_can_be_asked_again() {
        clusters.with(cluster(1, "alpha").build());
        clusters.failing(new DataAccessResourceFailureException("away"));
        open(Role.VIEWER);
        assertThat(Screen.text(emptyState())).contains("The list cannot be read");

        clusters.failing(null);
        _click(_get(emptyState(), Button.class));

        assertThat(names()).containsExactly("alpha");
    }
}
