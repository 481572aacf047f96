package io.ansflow.cluster.ui;

import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import io.ansflow.base.Messages;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a row of the list tells. */
class ClusterRowsTest extends ClusterListTest {

    @Test
    void lists_clusters_by_name() {
        clusters.with(cluster(1, "beta").build(), cluster(2, "alpha").build());

        open(Role.VIEWER);

        assertThat(names()).containsExactly("alpha", "beta");
    }

    @Test
    void a_row_tells_what_is_known() {
        clusters.with(cluster(1, "alpha")
                .description("of the web shop")
                .environment(Environment.PRODUCTION)
                .defaultCluster()
                .build());

        open(Role.VIEWER);

        assertThat(row(0))
                .contains("alpha", "of the web shop", "Default cluster", "Connected", "Production", "Standard")
                .contains("10.0.0.1:6443", "v1.33.2", "3 / 3", "40 / 42", "20 s ago", "next in 35 s");
    }

    @Test
    void an_unreachable_cluster_tells_why_and_dates_its_facts() {
        clusters.with(
                cluster(1, "alpha").failing(Reachability.UNREACHABLE, refused()).build());

        open(Role.VIEWER);

        assertThat(row(0)).contains("Unreachable", "10.0.0.1:6443 refuses", "3 / 3", "as of ");
    }

    @Test
    void an_unknown_number_is_a_dash_that_says_why() {
        clusters.with(cluster(1, "alpha")
                .facts("v1.33.2", null, null, null)
                .failing(Reachability.LIMITED, ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes"))
                .build());

        open(Role.VIEWER);

        FactCell nodes = (FactCell) GridKt._getCellComponent(grid(), 0, "nodes");
        assertThat(Screen.text(nodes)).contains("–", "nodes").doesNotContain("0");
    }

    @Test
    void warns_of_unverified_tls_and_of_credentials_about_to_end() {
        clusters.with(
                cluster(1, "alpha").insecure().build(),
                cluster(2, "beta").expiresIn(Duration.ofDays(6).plusHours(1)).build(),
                cluster(3, "gamma").expiresIn(Duration.ofDays(60)).build());

        open(Role.VIEWER);

        assertThat(row(0)).contains("TLS unverified");
        assertThat(row(1)).contains("Credential ends in 6 days").doesNotContain("TLS unverified");
        assertThat(row(2)).doesNotContain("Credential");
    }

    @Test
    void a_check_on_its_way_shows_its_stage() {
        clusters.with(
                cluster(1, "alpha").running(new RunningCheck(Stage.TLS)).build(),
                cluster(2, "beta").running(new RunningCheck(null)).build());

        open(Role.OPERATOR);

        assertThat(row(0)).contains("Checking: TLS");
        assertThat(row(1)).contains("Check is waiting");
        assertThat(action(0, "Check alpha now").isEnabled()).isFalse();
    }

    @Test
    void markup_in_names_and_descriptions_is_text() {
        String markup = "<img src=x onerror=alert(1)>";
        clusters.with(cluster(1, "alpha").description(markup).build());

        open(Role.VIEWER);

        NameCell cell = (NameCell) GridKt._getCellComponent(grid(), 0, "name");
        assertThat(Screen.texts(cell)).contains(markup);
        assertThat(cell.getElement().getOuterHTML()).contains("&lt;img").doesNotContain("<img");
    }

    @Test
    void speaks_chinese() {
        clusters.with(cluster(1, "甲").environment(Environment.PRODUCTION).build());
        speak(Messages.CHINESE);

        open(Role.ADMINISTRATOR);

        assertThat(row(0)).contains("甲", "已连接", "生产", "20 秒前", "立即检查", "删除 甲");
        assertThat(tile("集群")).contains("1");
        assertThat(grid().getColumnByKey("status").getHeaderText()).isEqualTo("状态");
    }

    @Test
    void narrow_windows_get_cards() {
        clusters.with(cluster(1, "alpha").build());
        open(Role.VIEWER);
        assertThat(grid().getColumnByKey("card").isVisible()).isFalse();

        grid().fit(new com.vaadin.flow.component.page.WindowSize(390, 844));

        assertThat(Screen.row(grid(), 0)).singleElement().isInstanceOf(CompactCell.class);
        assertThat(row(0)).contains("alpha", "Connected", "v1.33.2", "3 / 3", "40 / 42");
    }
}
