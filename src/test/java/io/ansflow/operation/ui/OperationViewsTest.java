package io.ansflow.operation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperationViewsTest extends UiTest {
    private static final Text TITLE = Text.of("workload.bulk.title.restart", 2);
    private static final ClusterFailure GONE = ClusterFailure.of(FailureCode.NOT_FOUND, "shop/deployments/db");

    @Autowired
    private OperationChanges changes;

    @BeforeEach
    void start() {
        logIn(Role.OPERATOR);
        clusters.with(cluster(1, "shanghai").build());
    }

    @Test
    void an_empty_list_says_what_would_be_there() {
        UI.getCurrent().navigate("operations");
        assertThat(Screen.text(_get(OperationListView.class))).contains("Nothing yet");
    }

    @Test
    void lists_the_newest_first_with_how_they_stand() {
        OperationId done = operations.add(TITLE, target("web"), target("db"));
        operations.move(done, 0, ItemState.DONE, null);
        operations.move(done, 1, ItemState.FAILED, GONE);
        operations.add(TITLE, target("web"), target("db"));

        UI.getCurrent().navigate("operations");

        assertThat(row(0)).contains("Restart of 2 objects", "lilei", "0 of 2 ended");
        assertThat(row(1)).contains("1 of 2 failed");
    }

    @Test
    void the_list_follows_what_happens() {
        UI.getCurrent().navigate("operations");
        OperationId id = operations.add(TITLE, target("web"));
        eventually(() -> assertThat(row(0)).contains("0 of 1"));
        operations.move(id, 0, ItemState.DONE, null);
        eventually(() -> assertThat(row(0)).contains("1 done"));
    }

    @Test
    void a_long_list_is_shown_in_steps() {
        for (int i = 0; i < OperationListView.STEP + 1; i++) {
            operations.add(TITLE, target("web"));
        }
        UI.getCurrent().navigate("operations");
        assertThat(GridKt._size(grid())).isEqualTo(OperationListView.STEP);
        _click(_get(Button.class, spec -> spec.withText("Older ones")));
        assertThat(GridKt._size(grid())).isEqualTo(OperationListView.STEP + 1);
        assertThat(_find(Button.class, spec -> spec.withText("Older ones"))).isEmpty();
    }

    @Test
    void one_operation_shows_a_result_for_each_object_as_it_comes() {
        OperationId id = operations.add(TITLE, target("web"), target("db"));
        UI.getCurrent().navigate("operations/" + id);
        assertThat(Screen.text(_get(OperationView.class))).contains("Restart of 2 objects", "0 of 2 ended");
        assertThat(row(0)).contains("shanghai", "shop/deployments/web", "Waiting", "Restart");

        operations.move(id, 0, ItemState.RUNNING, null);
        operations.move(id, 1, ItemState.FAILED, GONE);

        eventually(() -> assertThat(row(0)).contains("Running"));
        eventually(() -> assertThat(row(1)).contains("Failed", "shop/deployments/db does not exist"));
        operations.move(id, 0, ItemState.DONE, null);
        eventually(() -> assertThat(Screen.text(_get(OperationView.class))).contains("1 of 2 failed"));
    }

    @Test
    void a_cluster_that_is_gone_keeps_its_name() {
        OperationId id = operations.add(TITLE, new Target(new ClusterId(7), "deployments", "shop", "web", null));
        UI.getCurrent().navigate("operations/" + id);
        assertThat(row(0)).contains("cluster 7");
    }

    @Test
    void an_operator_stops_it_and_tries_again_what_failed() {
        OperationId id = operations.add(TITLE, target("web"), target("db"));
        UI.getCurrent().navigate("operations/" + id);
        assertThat(_find(Button.class, spec -> spec.withText("Try the failed ones again")))
                .isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Stop")));
        operations.move(id, 0, ItemState.DONE, null);
        operations.move(id, 1, ItemState.FAILED, GONE);
        eventually(() -> _click(_get(Button.class, spec -> spec.withText("Try the failed ones again"))));
        assertThat(operations.calls()).containsExactly("stop " + id, "retry " + id);
    }

    @Test
    void a_viewer_only_looks() {
        logIn(Role.VIEWER);
        OperationId id = operations.add(TITLE, target("web"), target("db"));
        operations.move(id, 1, ItemState.FAILED, GONE);
        UI.getCurrent().navigate("operations/" + id);
        assertThat(row(1)).contains("Failed");
        _assertNone(_get(OperationView.class), Button.class);
    }

    @Test
    void an_unknown_operation_is_not_found() {
        UI.getCurrent().navigate("operations/987");
        assertThat(Screen.text(_get(Main.class))).contains("Nothing here");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        OperationId id = operations.add(TITLE, target("web"));
        operations.move(id, 0, ItemState.DONE, null);
        UI.getCurrent().navigate("operations");
        assertThat(row(0)).contains("重启 2 个对象", "1 项已完成");
    }

    @Test
    void nothing_is_told_to_a_page_that_is_gone() {
        UI.getCurrent().navigate("operations");
        assertThat(changes.subscribers()).isEqualTo(1);
        UI.getCurrent().navigate("clusters");
        assertThat(changes.subscribers()).isZero();
    }

    private static Target target(String name) {
        return new Target(new ClusterId(1), "deployments", "shop", name, "uid");
    }

    @SuppressWarnings("rawtypes")
    private static Grid<?> grid() {
        return _get(Grid.class);
    }

    private static String row(int row) {
        return Screen.row(grid(), row).stream().map(Screen::text).collect(Collectors.joining("\n"));
    }
}
