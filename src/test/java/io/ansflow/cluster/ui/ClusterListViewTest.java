package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterChanged;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class ClusterListViewTest extends UiTest {

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

    @ParameterizedTest
    @CsvSource({"VIEWER, 0", "OPERATOR, 1", "ADMINISTRATOR, 3"})
    void actions_mirror_the_role(Role role, int buttons) {
        clusters.with(cluster(1, "alpha").build());

        open(role);

        assertThat(_find(GridKt._getCellComponent(grid(), 0, "actions"), Button.class))
                .hasSize(buttons);
        assertThat(_find(Button.class, spec -> spec.withText("Add cluster")))
                .hasSize(role == Role.ADMINISTRATOR ? 1 : 0);
    }

    @Test
    void check_now_asks_for_a_check() {
        clusters.with(cluster(7, "alpha").build());
        open(Role.OPERATOR);

        _click(action(0, "Check alpha now"));

        assertThat(clusters.checksRequested).containsExactly(new ClusterId(7));
    }

    @Test
    void edit_leads_to_the_form() {
        clusters.with(cluster(7, "alpha").build());
        open(Role.ADMINISTRATOR);

        _click(action(0, "Edit alpha"));

        assertThat(path()).isEqualTo("clusters/7/edit");
    }

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

    @Test
    void the_buttons_of_a_row_stay_while_the_row_changes() {
        clusters.with(cluster(1, "alpha").build());
        open(Role.OPERATOR);
        RowActions actions = new RowActions(GridKt._get(grid(), 0), clusters, application.getBean(CurrentUser.class));
        Button check = _get(actions, Button.class);

        actions.show(cluster(1, "renamed").running(new RunningCheck(Stage.TLS)).build());

        assertThat(_get(actions, Button.class)).isSameAs(check);
        assertThat(check.getAriaLabel()).contains("Check renamed now");
        assertThat(check.isEnabled()).isFalse();
        actions.show(cluster(1, "renamed").build());
        assertThat(check.isEnabled()).isTrue();
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

    private void open(Role role) {
        logIn(role);
        UI.getCurrent().navigate(ClusterListView.class);
    }

    private static ClusterGrid grid() {
        return _get(ClusterGrid.class);
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(Cluster::name).toList();
    }

    /** All that a row shows. */
    private static String row(int index) {
        return Screen.row(grid(), index).stream()
                .peek(UI.getCurrent()::add)
                .map(Screen::text)
                .collect(Collectors.joining("\n"));
    }

    private static Button action(int row, String label) {
        return _find(GridKt._getCellComponent(grid(), row, "actions"), Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static String tile(String name) {
        return _get(StatisticsPanel.class)
                .getChildren()
                .map(Screen::text)
                .filter(text -> text.contains(name + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static Component emptyState() {
        return grid().getEmptyStateComponent();
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static ClusterFailure refused() {
        return ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443");
    }
}
