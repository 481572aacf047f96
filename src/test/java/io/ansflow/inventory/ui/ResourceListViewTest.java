package io.ansflow.inventory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static io.ansflow.inventory.ResourceBuilder.pod;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.InventoryChanged;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** The list of resources with its panel, and what other features add to both. */
@Import({
    ResourceListViewTest.LogsOfPods.class,
    ResourceListViewTest.RestartPods.class,
    ResourceListViewTest.DeletePods.class
})
class ResourceListViewTest extends UiTest {

    static class LogsOfPods implements ResourceTab {
        @Override
        public String title() {
            return "resources.title";
        }

        @Override
        public boolean suits(Resource resource) {
            return resource.key().kind().value().equals("pods");
        }

        @Override
        public Component content(Resource resource) {
            return new Span("logs of " + resource.name());
        }
    }

    static class RestartPods implements ResourceActions {
        @Override
        public Optional<Component> offer(Resource resource) {
            return Optional.of(new Button("restart " + resource.name()));
        }
    }

    static class DeletePods implements SelectionActions {
        @Override
        public Optional<Component> offer(Kind kind, Supplier<Set<Resource>> selected) {
            return kind.name().equals("Pod")
                    ? Optional.of(new Button(
                            "delete", click -> UI.getCurrent().add(new Span("deleted " + names(selected.get())))))
                    : Optional.empty();
        }

        private static String names(Set<Resource> resources) {
            return resources.stream().map(Resource::name).sorted().collect(Collectors.joining(" "));
        }
    }

    @BeforeEach
    void someResources() {
        clusters.with(
                cluster(1, "alpha").environment(Environment.PRODUCTION).build(),
                cluster(2, "beta").build());
        inventory.with(
                pod(1, "shop/web-1").cell("ready", "1/1").cell("node", "node-7").build(),
                pod(2, "shop/web-2").status("CrashLoopBackOff", Health.FAILED).build(),
                resource(1, "nodes", "node-7").status("Ready", Health.HEALTHY).build());
        logIn(Role.VIEWER);
    }

    @Test
    void shows_resources_of_a_kind_with_the_columns_of_the_kind() {
        open("kind=pods");

        assertThat(names()).containsExactly("web-1", "web-2");
        assertThat(headers()).contains("Ready", "Restarts", "Node", "Namespace").doesNotContain("Kind");
        assertThat(row(0)).contains("web-1", "Running", "alpha");
        assertThat(row(1)).contains("web-2", "CrashLoopBackOff", "beta");
    }

    @Test
    void shows_several_kinds_with_what_they_have_in_common() {
        open("");

        assertThat(names()).containsExactly("node-7", "web-1", "web-2");
        assertThat(headers()).contains("Kind", "Name", "Status").doesNotContain("Ready");
    }

    @Test
    void opens_the_panel_of_the_row_that_is_clicked() {
        open("kind=pods");

        GridKt._clickItem(grid(), 1);

        assertThat(Screen.text(_get(ResourcePanel.class))).contains("web-2", "CrashLoopBackOff", "uid-web-2");
    }

    @Test
    void an_address_opens_the_panel_of_a_resource() {
        open("kind=pods&open=pods/1/shop/web-1");

        assertThat(Screen.text(_get(ResourcePanel.class))).contains("web-1", "node-7", "restart web-1");
    }

    @Test
    void a_tab_of_another_feature_is_made_when_it_is_opened() {
        open("kind=pods&open=pods/1/shop/web-1");
        ResourcePanel panel = _get(ResourcePanel.class);
        assertThat(Screen.text(panel)).doesNotContain("logs of web-1");

        _get(panel, Tabs.class).setSelectedIndex(1);
        open("kind=pods&open=pods/1/shop/web-1&tab=title");

        assertThat(Screen.text(panel)).contains("logs of web-1");
    }

    @Test
    void what_is_under_way_in_the_head_of_the_panel_stays_when_the_object_changes() {
        open("kind=pods&open=pods/1/shop/web-1");
        Button restart = _get(Button.class, spec -> spec.withText("restart web-1"));

        inventory.with(
                pod(1, "shop/web-1").version("2").status("Error", Health.FAILED).build());
        application.publishEvent(new InventoryChanged(new ClusterId(1)));

        eventually(() -> assertThat(Screen.text(_get(ResourcePanel.class))).contains("Error"));
        assertThat(restart.isAttached()).isTrue();

        inventory.with(pod(1, "shop/web-1").uid("another").build());
        application.publishEvent(new InventoryChanged(new ClusterId(1)));

        eventually(() -> assertThat(restart.isAttached()).isFalse());
    }

    @Test
    void rows_are_selected_for_what_other_features_do_to_many() {
        open("kind=pods");
        assertThat(_find(SelectionBar.class)).isEmpty();

        inventory.with(pod(1, "shop/web-1").version("2").build());
        grid().asMultiSelect().select(GridKt._get(grid(), 0), GridKt._get(grid(), 1));

        SelectionBar shown = _get(SelectionBar.class);
        assertThat(Screen.text(shown)).contains("2 selected");
        _click(_get(shown, Button.class, spec -> spec.withText("delete")));
        assertThat(Screen.texts()).contains("deleted web-1 web-2");
    }

    @Test
    void says_why_there_is_nothing() {
        open("kind=secrets&q=nowhere");
        assertThat(nothing()).contains("Nothing found", "Clear filters");

        _click(_get(grid().getEmptyStateComponent(), Button.class));

        assertThat(nothing()).contains("None known").doesNotContain("Clear filters");
    }

    @Test
    void without_clusters_says_so_until_there_is_one() {
        clusters.clear();
        open("kind=secrets");
        assertThat(nothing()).contains("No clusters yet", "Open clusters");

        clusters.with(cluster(1, "alpha").build());
        application.publishEvent(new InventoryChanged(new ClusterId(1)));

        eventually(() -> assertThat(nothing()).contains("None known"));
    }

    private static String nothing() {
        return Screen.text(grid().getEmptyStateComponent());
    }

    private static void open(String query) {
        UI.getCurrent().navigate("resources", QueryParameters.fromString(query));
    }

    static ResourceGrid grid() {
        return _get(ResourceGrid.class);
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(Resource::name).toList();
    }

    private static List<String> headers() {
        return grid().getColumns().stream()
                .filter(Component::isVisible)
                .map(Grid.Column::getHeaderText)
                .toList();
    }

    private static String row(int row) {
        return grid().getColumns().stream()
                .filter(Component::isVisible)
                .map(column -> column.getRenderer() instanceof ComponentRenderer
                        ? Screen.text(GridKt._getCellComponent(grid(), row, column.getKey()))
                        : GridKt._getFormatted(grid(), row, column.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
