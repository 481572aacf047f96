package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.workload.ObjectEvent;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.ResourceUse.Amount;
import io.ansflow.workload.ResourceUse.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTabsTest extends WorkloadUiTest {
    private static final Use BUSY = new Use("shop", "web-1", amount("250m", "500m", "1"), amount("64Mi", "1Gi", null));

    @BeforeEach
    void logIn() {
        logIn(Role.VIEWER);
    }

    @Test
    void pods_lead_to_their_own_panels_and_tell_how_they_are() {
        pods.pods(pod("web-1", "Running", "shop:1"), pod("web-2", "CrashLoopBackOff", "shop:1"));

        Component tab = open(PodsTab.class, "deployments");

        eventually(() -> assertThat(Screen.text(tab))
                .contains("web-1", "Running", "1 of 1 ready", "3 restarts", "node-7", "web-2", "CrashLoopBackOff"));
        assertThat(_get(tab, Anchor.class, spec -> spec.withText("web-1")).getHref())
                .contains("resources?", "web-1");
    }

    @Test
    void use_stands_against_requests_and_limits() {
        pods.pods(pod("web-1", "Running", "shop:1"));
        pods.use(Answer.of(Optional.of(List.of(BUSY))));

        Component tab = open(PodsTab.class, "deployments");

        eventually(() -> assertThat(Screen.text(tab))
                .contains("250m", "requested 500m, limit 1000m", "64Mi", "requested 1.0Gi, limit –"));
        assertThat(_find(tab, ProgressBar.class).stream().map(ProgressBar::getValue))
                .containsExactly(0.25, 0.0625);
        assertThat(pods.asked).containsExactly("use in shop");
    }

    @Test
    void without_a_metrics_api_the_tab_says_so_and_shows_no_zeros() {
        pods.pods(pod("web-1", "Running", "shop:1"));

        Component tab = open(PodsTab.class, "deployments");

        eventually(() -> assertThat(Screen.text(tab)).contains("This cluster has no metrics API", "web-1"));
        assertThat(_find(tab, UseRow.class)).isEmpty();
    }

    @Test
    void use_that_is_not_known_yet_is_a_dash() {
        pods.pods(pod("web-1", "Running", "shop:1"));
        var unknown = new Amount(null, Quantity.parse("1").orElseThrow(), null);
        pods.use(Answer.of(Optional.of(List.of(new Use("shop", "web-1", unknown, unknown)))));

        Component tab = open(PodsTab.class, "deployments");

        eventually(() -> assertThat(Screen.texts(_get(tab, UseRow.class))).contains("–"));
        assertThat(_find(_get(tab, UseRow.class), ProgressBar.class)).isEmpty();
    }

    @Test
    void use_that_cannot_be_read_does_not_hide_the_pods() {
        pods.pods(pod("web-1", "Running", "shop:1"));
        pods.use(Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods.metrics.k8s.io")));

        Component tab = open(PodsTab.class, "deployments");

        eventually(() -> assertThat(Screen.text(tab)).contains("web-1", "FORBIDDEN", "could not be read"));
    }

    @Test
    void a_node_is_asked_for_the_use_of_its_own_pods() {
        pods.pods(pod("web-1", "Running", "shop:1"));

        open(PodsTab.class, "nodes");

        eventually(() -> assertThat(pods.asked).containsExactly("use on web"));
    }

    @Test
    void a_pod_tells_of_its_containers() {
        pods.pods(pod("web-1", "Running", MARKUP));

        Component tab = open(PodsTab.class, "pods");

        eventually(() -> assertThat(Screen.text(tab)).contains("app", "init container", MARKUP));
        assertThat(tab.getElement().getOuterHTML()).doesNotContain("<img src=x");
    }

    @Test
    void nodes_show_what_they_use_the_one_that_is_looked_at_first() {
        pods.use(Answer.of(Optional.of(List.of(
                new Use("", "a-node", BUSY.cpu(), BUSY.memory()), new Use("", "web", BUSY.cpu(), BUSY.memory())))));

        Component tab = open(NodeUseTab.class, "nodes");

        eventually(() -> assertThat(Screen.text(tab)).containsSubsequence("web", "250m", "a-node"));
    }

    @Test
    void nodes_without_a_metrics_api_say_so() {
        Component tab = open(NodeUseTab.class, "nodes");

        eventually(() -> assertThat(Screen.text(tab)).contains("This cluster has no metrics API"));
    }

    @Test
    void events_are_listed_with_how_often_and_from_whom() {
        events.answer(Answer.of(List.of(
                new ObjectEvent(Instant.now(), true, "FailedScheduling", MARKUP, "default-scheduler", 4),
                new ObjectEvent(null, false, "Pulled", "image is there", "kubelet", 1))));

        Component tab = open(EventsTab.class, "pods");

        eventually(() -> assertThat(Screen.text(tab))
                .containsSubsequence("FailedScheduling", "4 times", "default-scheduler", MARKUP, "Pulled", "kubelet"));
        assertThat(tab.getElement().getOuterHTML()).doesNotContain("<img src=x");
    }

    @Test
    void no_events_are_explained() {
        events.answer(Answer.of(List.of()));

        Component tab = open(EventsTab.class, "pods");

        eventually(() -> assertThat(Screen.text(tab)).contains("forget events after an hour"));
    }

    @ParameterizedTest
    @CsvSource({"0.0004, 0m", "0.25, 250m", "9.999, 9999m", "12.34, 12.3"})
    void cpu_is_written_in_thousandths_of_cores_or_cores(BigDecimal cores, String text) {
        assertThat(UseRow.cores(cores)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1048576, 1Mi", "1073741824, 1.0Gi", "1610612736, 1.5Gi"})
    void memory_is_written_in_mebibytes_or_gibibytes(BigDecimal bytes, String text) {
        assertThat(UseRow.bytes(bytes)).isEqualTo(text);
    }

    private Component open(Class<? extends io.ansflow.inventory.ui.ResourceTab> tab, String kind) {
        return show(application.getBean(tab).content(resource(kind, "web")));
    }

    private static PodSummary pod(String name, String status, String image) {
        return new PodSummary(
                "shop",
                name,
                "uid-" + name,
                status,
                "node-7",
                "10.1.2.3",
                Instant.now(),
                List.of(
                        new Container("prepare", image, Container.Role.INIT, true, "Completed", 0),
                        new Container("app", image, Container.Role.APP, true, "Running", 3)));
    }

    private static Amount amount(String used, String requested, @org.jspecify.annotations.Nullable String limit) {
        return new Amount(
                Quantity.parse(used).orElseThrow(),
                Quantity.parse(requested).orElseThrow(),
                limit == null ? null : Quantity.parse(limit).orElseThrow());
    }
}
