package io.ansflow;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.cluster.Environment;
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

    /** What the clusters are made of, and moments. */
    private static final Pattern DATA =
            Pattern.compile("(namespaces/)?data-[\\w=-]+|somebody|admin|default|v1\\.33\\.2|10\\.0\\.0\\.\\d:6443"
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
                "namespaces",
                "namespaces/new"
            })
    void every_text_of_a_view_is_translated(String path) {
        logIn(Role.ADMINISTRATOR);

        UI.getCurrent().navigate(path);

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
