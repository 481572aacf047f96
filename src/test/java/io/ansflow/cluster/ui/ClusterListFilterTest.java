package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterChanged;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterListFilterTest extends UiTest {

    @BeforeEach
    void threeClusters() {
        clusters.with(
                cluster(1, "alpha").environment(Environment.PRODUCTION).build(),
                cluster(2, "beta").environment(Environment.TESTING).build(),
                cluster(3, "gamma")
                        .environment(Environment.PRODUCTION)
                        .failing(Reachability.UNREACHABLE, ClusterFailure.of(FailureCode.DNS_NOT_FOUND, "gamma"))
                        .build());
        logIn(Role.VIEWER);
    }

    @Test
    void every_filter_tells_how_many_clusters_it_leaves() {
        open("");

        assertThat(count("Connected")).isEqualTo("2");
        assertThat(count("Unreachable")).isEqualTo("1");
        assertThat(count("Unauthorized")).isEqualTo("0");
        assertThat(count("Production")).isEqualTo("2");
        assertThat(count("Development")).isEqualTo("0");
    }

    @Test
    void counts_follow_the_other_filters_but_not_their_own() {
        open("");

        _click(chip("Unreachable"));

        assertThat(names()).containsExactly("gamma");
        assertThat(count("Connected")).isEqualTo("2");
        assertThat(count("Production")).isEqualTo("1");
        assertThat(count("Testing")).isEqualTo("0");
    }

    @Test
    void values_of_one_filter_add_up() {
        open("");

        _click(chip("Production"));
        _click(chip("Testing"));

        assertThat(names()).containsExactly("alpha", "beta", "gamma");
        assertThat(chip("Testing").getElement().getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void a_pressed_filter_is_released_by_pressing_it_again() {
        open("");

        _click(chip("Testing"));
        _click(chip("Testing"));

        assertThat(names()).hasSize(3);
        assertThat(chip("Testing").getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void text_is_searched_in_names_and_addresses() {
        open("");

        Input.type(_get(TextField.class), "10.0.0.2");
        assertThat(names()).containsExactly("beta");

        Input.type(_get(TextField.class), "GAM");
        assertThat(names()).containsExactly("gamma");
    }

    @Test
    void an_address_with_a_filter_opens_filtered() {
        open("q=a&reachability=connected&environment=production");

        assertThat(names()).containsExactly("alpha");
        assertThat(_get(TextField.class).getValue()).isEqualTo("a");
        assertThat(chip("Connected").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(chip("Production").getElement().getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void going_back_to_an_address_without_filter_shows_all() {
        open("environment=testing");
        assertThat(names()).containsExactly("beta");

        open("");

        assertThat(names()).hasSize(3);
        assertThat(chip("Testing").getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void what_does_not_match_can_be_cleared() {
        open("q=nothing+like+this");
        var empty = _get(ClusterGrid.class).getEmptyStateComponent();
        assertThat(Screen.text(empty)).contains("No cluster matches");

        _click(_get(empty, Button.class));

        assertThat(names()).hasSize(3);
        assertThat(_get(TextField.class).getValue()).isEmpty();
    }

    @Test
    void what_clears_the_filter_stays_where_it_is_while_clusters_change() {
        open("q=nothing+like+this");
        var empty = _get(ClusterGrid.class).getEmptyStateComponent();

        clusters.with(cluster(4, "delta").build());
        application.publishEvent(new ClusterChanged(new ClusterId(4)));
        eventually(() -> assertThat(Screen.text(_get(StatisticsPanel.class))).contains("4"));

        assertThat(_get(ClusterGrid.class).getEmptyStateComponent()).isSameAs(empty);
    }

    private static void open(String query) {
        UI.getCurrent().navigate("clusters", QueryParameters.fromString(query));
    }

    private static Button chip(String word) {
        return _find(FilterBar.class).stream()
                .flatMap(bar -> _find(bar, Button.class).stream())
                .filter(button -> button.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String count(String word) {
        return chip(word).getSuffixComponent().getElement().getText();
    }

    private static List<String> names() {
        return GridKt._findAll(_get(ClusterGrid.class)).stream()
                .map(Cluster::name)
                .toList();
    }
}
