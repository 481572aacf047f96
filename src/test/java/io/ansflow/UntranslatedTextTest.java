package io.ansflow;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.cluster.Environment;
import io.ansflow.fleet.ui.SearchBox;
import io.ansflow.inventory.Health;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.FakeNamespaces;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.QuotaUse;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** With every translation in brackets, whatever stands outside of brackets has to be data, or nobody translated it. */
class UntranslatedTextTest extends UiTest {
    private static final Pattern BRACKETED = Pattern.compile("⟦[^⟦⟧]*⟧");

    /** What the clusters are made of, units, and moments. */
    private static final Pattern DATA = Pattern.compile(
            "((data-ns/)?[a-z]+/)?data-[\\w=-]+|%|kind: ConfigMap|somebody|admin|default|v1\\.33\\.2|10\\.0\\.0\\.\\d:6443"
                    + "|https://10\\.0\\.0\\.\\d:6443|[A-Z_]+|\\d+(m|Mi|Gi)?|\\d{4}-\\d\\d-\\d\\d.*");

    @Autowired
    FakeNamespaces namespaces;

    @BeforeEach
    void speakPseudo() {
        namespaces.clear();
        clusters.with(
                cluster(1, "data-name")
                        .description("data-description")
                        .environment(Environment.PRODUCTION)
                        .defaultCluster()
                        .insecure()
                        .expiresIn(Duration.ofDays(3))
                        .failing(Reachability.UNREACHABLE, ClusterFailure.of(FailureCode.DNS_NOT_FOUND, "data-host"))
                        .build(),
                cluster(2, "data-checked").running(new RunningCheck(Stage.TLS)).build(),
                cluster(3, "data-unchecked").neverChecked().build());
        messages.bracket(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clusters",
                "clusters/new",
                "clusters/1/edit",
                "jobs",
                "password",
                "clusters/99/edit",
                "apply",
                "namespaces",
                "namespaces/new"
            })
    void every_text_of_a_view_is_translated(String path) {
        logIn(Role.ADMINISTRATOR);

        UI.getCurrent().navigate(path);

        assertTranslated(Screen.texts());
    }

    @Test
    void every_text_of_the_search_is_translated() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("clusters");

        _click(_get(SearchBox.class));

        assertTranslated(Screen.texts());
    }

    @Test
    void every_text_of_the_login_is_translated() {
        UI.getCurrent().getPage().reload();

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("login");
        assertTranslated(Screen.texts());
    }

    @Test
    void every_text_of_a_row_its_details_and_the_table_is_translated() {
        logIn(Role.ADMINISTRATOR);
        UI.getCurrent().navigate("clusters");
        Grid<?> grid = _get(Grid.class);

        assertTranslated(IntStream.range(0, 3)
                .boxed()
                .flatMap(row -> Screen.row(grid, row).stream())
                .peek(UI.getCurrent()::add)
                .flatMap(Screen::texts));
        assertTranslated(grid.getColumns().stream()
                .map(Grid.Column::getHeaderText)
                .map(String::valueOf)
                .filter(text -> !text.equals("null")));
    }

    @Test
    void every_text_of_a_namespace_and_of_its_deletion_is_translated() {
        aNamespace();
        logIn(Role.OPERATOR);

        UI.getCurrent().navigate("namespaces/1/data-space");

        eventually(() -> assertThat(Screen.texts()).contains("data-limit"));
        eventually(() -> assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(Button::isEnabled).withText("⟦Delete⟧")))
                .hasSize(1));
        _click(_get(Button.class, spec -> spec.withText("⟦Delete⟧")));
        assertThat(_find(Dialog.class)).hasSize(1);
        assertTranslated(Screen.texts());
    }

    @Test
    void every_text_of_editing_a_namespace_is_translated() {
        aNamespace();
        logIn(Role.OPERATOR);
        UI.getCurrent().navigate("namespaces/1/data-space");
        eventually(() -> assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(Button::isEnabled).withText("⟦Edit⟧")))
                .hasSize(1));
        _click(_get(Button.class, spec -> spec.withText("⟦Edit⟧")));

        eventually(() -> assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(Button::isEnabled).withText("⟦Save⟧")))
                .hasSize(1));
        assertTranslated(Screen.texts());
    }

    private void aNamespace() {
        inventory.with(resource(1, "namespaces", "data-space").build());
        namespaces.with(
                1,
                new NamespaceDetail(
                        "data-space",
                        "data-uid",
                        "1",
                        false,
                        Instant.EPOCH,
                        Map.of("data-key", "data-value"),
                        Map.of(),
                        Answer.of(List.of(new QuotaUse(
                                "data-quota",
                                true,
                                true,
                                List.of(new QuotaUse.Line(
                                        "data-limit", Quantity.parse("1").orElseThrow(), null)))))));
    }

    @Test
    void every_text_of_a_namespace_in_the_list_is_translated() {
        inventory.with(
                resource(1, "namespaces", "data-space")
                        .status("data-status", Health.HEALTHY)
                        .label("data-key", "")
                        .build(),
                resource(1, "resourcequotas", "data-space/data-quota")
                        .cell("request", "data-limit: 1/2")
                        .build());
        logIn(Role.OPERATOR);
        UI.getCurrent().navigate("namespaces");
        Grid<?> grid = _get(Grid.class);

        assertTranslated(Screen.row(grid, 0).stream().peek(UI.getCurrent()::add).flatMap(Screen::texts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployments", "cronjobs", "nodes", "pods"})
    void every_text_of_the_dialogs_that_change_an_object_is_translated(String kind) {
        openPanel(kind, "");
        Component bar = _get(Component.class, spec -> spec.withClasses("action-bar"));

        for (Button action : _find(bar, Button.class)) {
            eventually(() -> assertThat(action.isEnabled()).isTrue());
            _click(action);
            Dialog dialog = _get(Dialog.class);
            eventually(() -> assertThat(_find(dialog, ProgressBar.class)).isEmpty());
            assertTranslated(Screen.texts(dialog));
            dialog.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pods", "logs", "events", "yaml"})
    void every_text_of_what_is_read_from_a_cluster_is_translated(String tab) {
        openPanel("deployments", "&tab=" + tab);
        Component content = _get(Component.class, spec -> spec.withClasses("resource-content"));

        eventually(() -> assertThat(_find(content, ProgressBar.class)).isEmpty());
        assertThat(Screen.texts(content)).isNotEmpty();
        assertTranslated(Screen.texts(content));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void every_text_of_the_dialogs_that_change_many_objects_is_translated(int action) {
        logIn(Role.OPERATOR);
        inventory.with(resource(1, "deployments", "data-ns/data-web").build());
        UI.getCurrent().navigate("resources", QueryParameters.fromString("kind=deployments"));
        select((Grid<?>) _get(Grid.class));
        Component bar = _get(Component.class, spec -> spec.withClasses("selection-actions"));

        _click(_find(bar, Button.class).get(action));

        eventually(
                () -> assertThat(_find(_get(Dialog.class), ProgressBar.class)).isEmpty());
        assertTranslated(Screen.texts(_get(Dialog.class)));
    }

    private static <T> void select(Grid<T> grid) {
        grid.asMultiSelect().select(Set.of(GridKt._get(grid, 0)));
    }

    private void openPanel(String kind, String more) {
        logIn(Role.OPERATOR);
        boolean namespaced = !kind.equals("nodes");
        inventory.with(
                resource(1, kind, namespaced ? "data-ns/data-web" : "data-web").build());
        UI.getCurrent()
                .navigate(
                        "resources",
                        QueryParameters.fromString("kind=" + kind + "&open=" + kind + "/1/"
                                + (namespaced ? "data-ns" : "") + "/data-web" + more));
    }

    private void assertTranslated(Stream<String> texts) {
        assertThat(texts.filter(text -> !isTranslatedOrData(text))).isEmpty();
    }

    private boolean isTranslatedOrData(String text) {
        String left = text;
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = BRACKETED.matcher(left).replaceAll("");
        }
        return left.isBlank() || DATA.matcher(left.strip()).matches() || isKind(left);
    }

    /** As in manifests, in every language. */
    private boolean isKind(String text) {
        return inventory.kinds().stream().anyMatch(kind -> kind.name().equals(text));
    }
}
