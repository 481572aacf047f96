package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterChanged;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** The list follows what others do. */
class ClusterListUpdatesTest extends ClusterListTest {

    @Test
    void a_change_elsewhere_appears_by_itself() {
        clusters.with(cluster(1, "alpha").build(), cluster(2, "beta").build());
        open(Role.VIEWER);

        clusters.with(
                cluster(1, "alpha").failing(Reachability.UNREACHABLE, refused()).build());
        application.publishEvent(new ClusterChanged(new ClusterId(1)));

        eventually(() -> assertThat(row(0)).contains("Unreachable"));
        assertThat(tile("In trouble")).contains("1");
    }

    @Test
    void clusters_added_and_deleted_elsewhere_come_and_go_by_themselves() {
        clusters.with(cluster(1, "alpha").build());
        open(Role.VIEWER);

        clusters.with(cluster(2, "beta").build());
        clusters.remove(new ClusterId(1));
        application.publishEvent(new ClusterChanged(new ClusterId(1)));
        application.publishEvent(new ClusterChanged(new ClusterId(2)));

        eventually(() -> assertThat(names()).containsExactly("beta"));
    }

    @Test
    void open_details_stay_open_over_changes() {
        clusters.with(cluster(1, "alpha").build(), cluster(2, "beta").build());
        open(Role.VIEWER);
        _click(_get(GridKt._getCellComponent(grid(), 0, "details"), Button.class));

        clusters.with(
                cluster(1, "alpha").failing(Reachability.UNREACHABLE, refused()).build());
        application.publishEvent(new ClusterChanged(new ClusterId(1)));

        eventually(() -> assertThat(row(0)).contains("Unreachable"));
        Cluster now = GridKt._get(grid(), 0);
        assertThat(grid().isDetailsVisible(now)).isTrue();
        assertThat(Screen.text(new ClusterDetails(now, List.of())))
                .contains("refuses", "CONNECTION_REFUSED", "https://10.0.0.1:6443");
    }

    @Test
    void a_view_that_is_left_is_told_nothing_any_more() {
        open(Role.ADMINISTRATOR);
        ClusterChanges changes = application.getBean(ClusterChanges.class);
        int before = changes.subscribers();

        ClusterNavigation.add();

        assertThat(changes.subscribers()).isEqualTo(before - 1);
    }

    @Test
    void a_database_that_goes_away_leaves_the_list_as_it_was() {
        clusters.with(cluster(1, "alpha").build());
        open(Role.VIEWER);

        clusters.failing(new DataAccessResourceFailureException("away"));
        int before = clusters.failures.get();
        application.publishEvent(new ClusterChanged(new ClusterId(1)));
        eventually(() -> assertThat(clusters.failures.get()).isGreaterThan(before));
        clusters.failing(null);
        clusters.with(cluster(2, "beta").build());
        application.publishEvent(new ClusterChanged(new ClusterId(2)));

        eventually(() -> assertThat(names()).containsExactly("alpha", "beta"));
        NotificationsKt.expectNoNotifications();
    }
}
