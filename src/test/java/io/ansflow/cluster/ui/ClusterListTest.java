package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody in front of the list of clusters, and what they see there. */
abstract class ClusterListTest extends UiTest {
    void open(Role role) {
        logIn(role);
        UI.getCurrent().navigate(ClusterListView.class);
    }

    static ClusterGrid grid() {
        return _get(ClusterGrid.class);
    }

    static List<String> names() {
        return GridKt._findAll(grid()).stream().map(Cluster::name).toList();
    }

    /** All that a row shows. */
    static String row(int index) {
        return Screen.row(grid(), index).stream()
                .peek(UI.getCurrent()::add)
                .map(Screen::text)
                .collect(Collectors.joining("\n"));
    }

    static Button action(int row, String label) {
        return _find(GridKt._getCellComponent(grid(), row, "actions"), Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    static String tile(String name) {
        return _get(StatisticsPanel.class)
                .getChildren()
                .map(Screen::text)
                .filter(text -> text.contains(name + "\n"))
                .findFirst()
                .orElseThrow();
    }

    static Component emptyState() {
        return grid().getEmptyStateComponent();
    }

    static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    static ClusterFailure refused() {
        return ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443");
    }
}
