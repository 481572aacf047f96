package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import io.ansflow.base.Messages;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.Pods.LogQuery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose log is read, and which part of it. */
class LogsTabTest extends LogUiTest {
    @Test
    void the_app_container_of_the_first_pod_is_followed_live() {
        open("deployments");
        pods.lines.addAll(List.of("started", "订单 5"));

        eventually(() -> assertThat(shown()).isEqualTo("started\n订单 5\n"));
        assertThat(pods.reading).containsExactly(new LogQuery("app", false, null, 500, true, false));
        assertThat(pods.asked).containsExactly("log of shop/pods/web-1 uid-web-1 " + pods.reading.getFirst());
        assertThat(Screen.text(tab)).contains("Live");
    }

    @Test
    void another_pod_is_chosen_and_the_first_is_not_read_any_longer() {
        open("deployments");
        eventually(() -> assertThat(pods.reading).hasSize(1));

        this.<PodSummary>select("Pod").setValue(pod("web-2"));

        eventually(() -> assertThat(pods.asked).hasSize(2).last().asString().contains("shop/pods/web-2"));
        eventually(() -> assertThat(pods.reading).hasSize(1));
    }

    @Test
    void of_a_pod_there_is_no_other_to_choose() {
        open("pods");

        eventually(() -> assertThat(pods.reading).hasSize(1));
        assertThat(_find(tab, Select.class)).hasSize(3);
        assertThat(Screen.texts(tab)).contains("Container").doesNotContain("Pod");
    }

    @Test
    void init_and_debug_containers_have_logs_too() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));
        Select<Container> container = select("Container");
        assertThat(container
                        .getGenericDataView()
                        .getItems()
                        .map(container.getItemLabelGenerator())
                        .toList())
                .containsExactly("prepare · init container", "app", "debugger · debug container");

        container.setValue(pod("web-1").containers().getLast());

        eventually(
                () -> assertThat(pods.reading).extracting(LogQuery::container).containsExactly("debugger"));
    }

    @Test
    void which_part_is_read_is_for_the_person_to_choose() {
        open("pods");
        this.<LogSince>select("Not older than").setValue(LogSince.HALF_AN_HOUR);
        this.<Integer>select("From the end").setValue(1000);
        Input.tick(_get(tab, Checkbox.class, spec -> spec.withLabel("Times")), true);
        Input.tick(_get(tab, Checkbox.class, spec -> spec.withLabel("Before the last restart")), true);

        eventually(() -> assertThat(pods.reading)
                .containsExactly(new LogQuery("app", true, Duration.ofMinutes(30), 1000, false, true)));
    }

    @Test
    void nothing_is_read_any_longer_once_the_tab_is_left() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));

        UI.getCurrent().remove(tab);

        eventually(() -> assertThat(pods.reading).isEmpty());
    }

    @Test
    void what_the_cluster_says_against_it_is_shown() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));
        pods.failing(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "pods/log"));

        _click(button(tab, "Refresh"));

        eventually(() -> assertThat(Screen.text(tab)).contains("FORBIDDEN", "pods/log"));
        assertThat(pods.reading).isEmpty();
    }

    @Test
    void without_a_pod_there_is_no_log() {
        pods.pods();
        speak(Messages.CHINESE);

        open("deployments");

        eventually(() -> assertThat(Screen.text(tab)).contains("没有 Pod"));
    }

    @Test
    void the_file_is_called_after_what_it_holds() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));

        assertThat(_get(tab, Anchor.class).getElement().getAttribute("download"))
                .isEqualTo("web-1-app.log");
    }

    @Test
    void kinds_without_pods_have_no_logs() {
        LogsTab logs = application.getBean(LogsTab.class);

        assertThat(List.of("pods", "deployments", "statefulsets", "daemonsets", "jobs"))
                .allMatch(kind -> logs.suits(resource(kind, "web")));
        assertThat(List.of("nodes", "secrets", "services")).noneMatch(kind -> logs.suits(resource(kind, "web")));
    }
}
