package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.inventory.ResourceBuilder.pod;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.InventoryChanged;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceFilterBar;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class NamespaceListViewTest extends NamespaceUiTest {

    @BeforeEach
    void someNamespaces() {
        inventory.with(
                namespace(1, "shop")
                        .label("team", "web")
                        .label("kubernetes.io/metadata.name", "shop")
                        .build(),
                namespace(2, "shop").build(),
                resource(1, "namespaces", "old")
                        .status("Terminating", Health.PROGRESSING)
                        .build(),
                pod(1, "shop/web-1").build(),
                pod(1, "shop/web-2").build(),
                pod(2, "shop/web-1").build(),
                resource(1, "deployments", "shop/web").build(),
                resource(1, "resourcequotas", "shop/ansflow")
                        .cell("request", "pods: 2/10, requests.cpu: 1500m/2")
                        .build());
        logIn(Role.VIEWER);
    }

    @Test
    void shows_namespaces_of_all_clusters_with_what_is_in_them_and_their_quota_use() {
        open("namespaces");

        assertThat(names()).containsExactly("old", "shop", "shop");
        assertThat(row(1)).contains("shop", "Active", "alpha", "team=web", "requests.cpu", "1500m of 2");
        assertThat(row(1)).doesNotContain("metadata.name");
        assertThat(cell(1, "pods")).contains("2");
        assertThat(cell(1, "deployments")).contains("1");
        assertThat(cell(1, "services")).contains("0");
        assertThat(cell(2, "pods")).contains("1");
        assertThat(cell(2, "quota")).contains("No quota");
        assertThat(row(0)).contains("Terminating");
    }

    @Test
    void the_limit_that_is_nearest_to_its_end_is_the_one_that_is_shown() {
        open("namespaces");

        ProgressBar bar = _get(GridKt._getCellComponent(grid(), 1, "cell-quota"), ProgressBar.class);

        assertThat(bar.getValue()).isEqualTo(0.75);
    }

    @Test
    void what_may_not_be_read_is_unknown_and_never_0() {
        inventory.unreadable("pods", "resourcequotas");

        open("namespaces");

        assertThat(cell(1, "pods")).startsWith("Not known").endsWith("–");
        assertThat(cell(1, "quota")).endsWith("–");
        assertThat(cell(1, "deployments")).contains("1");
    }

    @Test
    void the_numbers_of_a_page_are_asked_for_once() {
        for (int i = 0; i < 40; i++) {
            inventory.with(namespace(1, "team-" + i).build());
        }

        open("namespaces");
        GridKt._findAll(grid());

        assertThat(inventory.namespaceCounts()).isLessThanOrEqualTo(2);
    }

    @Test
    void numbers_lead_to_what_they_count() {
        open("namespaces");

        assertThat(GridKt._getCellComponent(grid(), 1, "cell-pods").getElement().getAttribute("href"))
                .isEqualTo("resources?cluster=1&kind=pods&namespace=shop");
        assertThat(GridKt._getCellComponent(grid(), 1, "name").getElement().getOuterHTML())
                .contains("href=\"namespaces/1/shop\"");
    }

    @Test
    void an_address_says_what_is_shown_and_choices_say_it_in_the_address() {
        open("namespaces", "cluster=1&health=progressing");
        assertThat(names()).containsExactly("old");

        open("namespaces", "q=sho&cluster=2");
        assertThat(names()).containsExactly("shop");

        open("namespaces", "label=team=web");
        assertThat(names()).containsExactly("shop");

        open("namespaces", "order=-name");
        assertThat(names()).containsExactly("shop", "shop", "old");
    }

    @Test
    void finds_by_text_and_says_so_when_there_is_nothing() {
        open("namespaces");

        search("nowhere");

        assertThat(names()).isEmpty();
        assertThat(Screen.text(emptyState())).contains("No namespace fulfils these filters");
        _click(_get(emptyState(), Button.class));
        assertThat(names()).hasSize(3);
    }

    @Test
    void says_why_there_are_none() {
        inventory.clear();
        open("namespaces");
        assertThat(Screen.text(emptyState())).contains("No namespaces known", "not synced yet");

        clusters.clear();
        open("clusters");
        open("namespaces");
        assertThat(Screen.text(emptyState())).contains("No clusters yet");

        _click(_get(emptyState(), Button.class, spec -> spec.withText("Open clusters")));
        assertThat(Screen.text(_get(Grid.class).getEmptyStateComponent())).contains("an administrator adds a cluster");
    }

    @Test
    void says_so_when_they_cannot_be_read() {
        open("namespaces");

        inventory.failing(new QueryTimeoutException("the database is away"));
        search("shop");
        assertThat(names()).isEmpty();
        assertThat(Screen.text(emptyState())).contains("cannot be read");

        inventory.failing(null);
        _click(_get(emptyState(), Button.class));
        assertThat(names()).hasSize(2);
    }

    @Test
    void follows_what_changes() {
        open("namespaces");

        inventory.with(namespace(1, "fresh").build(), pod(1, "fresh/web").build());
        application.publishEvent(new InventoryChanged(new ClusterId(1)));

        eventually(() -> assertThat(names()).containsExactly("fresh", "old", "shop", "shop"));
        assertThat(cell(0, "pods")).contains("1");
    }

    @Test
    void a_narrow_window_shows_cards_with_the_same_numbers() {
        open("namespaces");

        grid().fit(new WindowSize(390, 800));

        assertThat(Screen.text(GridKt._getCellComponent(grid(), 1, "card")))
                .contains("shop", "Active", "alpha", "Pod", "2", "requests.cpu", "1500m of 2");
    }

    @Test
    void a_row_leads_to_its_namespace() {
        open("namespaces");

        GridKt._clickItem(grid(), 1);

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("namespaces/1/shop");
    }

    @Test
    void only_operators_can_create() {
        open("namespaces");
        assertThat(_find(Button.class, spec -> spec.withText("Create namespace")))
                .isEmpty();

        logIn(Role.OPERATOR);
        open("clusters");
        open("namespaces");
        press("Create namespace");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("namespaces/new");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);

        open("namespaces");

        assertThat(screen()).contains("命名空间", "正在终止", "搜索名称和标签");
        assertThat(row(1)).contains("1500m / 2");
    }

    private static void search(String text) {
        Input.type(
                _get(
                        _get(ResourceFilterBar.class),
                        TextField.class,
                        spec -> spec.withPlaceholder("Search names and labels")),
                text);
    }

    private static NamespaceGrid grid() {
        return _get(NamespaceGrid.class);
    }

    private static Component emptyState() {
        return Objects.requireNonNull(grid().getEmptyStateComponent());
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(Resource::name).toList();
    }

    private static String cell(int row, String column) {
        return Screen.text(GridKt._getCellComponent(grid(), row, "cell-" + column));
    }

    private static String row(int row) {
        return String.join(
                "\n", Screen.row(grid(), row).stream().map(Screen::text).toList());
    }
}
