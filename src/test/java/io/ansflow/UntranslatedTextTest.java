package io.ansflow;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With every translation in brackets, whatever stands outside of brackets has to be data, or nobody translated it. */
class UntranslatedTextTest extends UiTest {
    private static final Pattern BRACKETED = Pattern.compile("⟦[^⟦⟧]*⟧");

    /** What the clusters are made of, and moments. */
    private static final Pattern DATA =
            Pattern.compile("data-\\w+|somebody|admin|default|v1\\.33\\.2|10\\.0\\.0\\.\\d:6443"
                    + "|https://10\\.0\\.0\\.\\d:6443|[A-Z_]+|\\d{4}-\\d\\d-\\d\\d.*");

    @BeforeEach
    void speakPseudo() {
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
    @ValueSource(strings = {"clusters", "clusters/new", "clusters/1/edit", "jobs", "password", "clusters/99/edit"})
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

    private static void assertTranslated(Stream<String> texts) {
        assertThat(texts.filter(text -> !isTranslatedOrData(text))).isEmpty();
    }

    private static boolean isTranslatedOrData(String text) {
        String left = text;
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = BRACKETED.matcher(left).replaceAll("");
        }
        return left.isBlank() || DATA.matcher(left.strip()).matches();
    }
}
