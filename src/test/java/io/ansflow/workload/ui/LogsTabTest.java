package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Messages;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.FakePods;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.Pods.LogQuery;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogsTabTest extends WorkloadUiTest {
    private Component tab = new Div();

    @BeforeEach
    void prepare() {
        logIn(Role.VIEWER);
        pods.pods(pod("web-1"), pod("web-2"));
    }

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
    void a_line_is_text_whatever_stands_in_it() {
        open("pods");
        pods.lines.add("GET /?q=" + MARKUP);

        eventually(() -> assertThat(shown()).contains(MARKUP));
        Input.type(search(), "img src");
        assertThat(hits()).containsExactly("img src");
        assertThat(tab.getElement().getOuterHTML()).doesNotContain("<img src=x");
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
    void a_page_that_rests_shows_how_many_lines_came_meanwhile() {
        open("pods");
        pods.lines.add("before");
        eventually(() -> assertThat(shown()).isEqualTo("before\n"));
        _click(button(tab, "Pause"));

        pods.lines.addAll(List.of("one", "two"));

        eventually(() -> assertThat(Screen.text(tab)).contains("Paused", "2 new lines"));
        assertThat(shown()).isEqualTo("before\n");
        _click(button(tab, "Continue"));
        eventually(() -> assertThat(shown()).isEqualTo("before\none\ntwo\n"));
    }

    @Test
    void a_flood_keeps_its_latest_lines_and_says_that_there_were_others() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));
        _click(button(tab, "Pause"));
        pods.lines.addAll(IntStream.range(0, LogBuffer.MOST_LINES + 2_000)
                .mapToObj(number -> "line " + number)
                .toList());
        pods.lines.add(FakePods.END);
        eventually(() -> assertThat(pods.reading).isEmpty());

        _click(button(tab, "Continue"));

        eventually(() -> assertThat(shown()).endsWith("line 6999\n"));
        assertThat(shown().lines())
                .hasSize(LogBuffer.MOST_LINES)
                .startsWith("… 2,000 lines that are not kept any longer …line 2000");
        assertThat(Screen.text(tab)).contains("Ended");
    }

    @Test
    void hits_are_marked_also_in_lines_to_come() {
        open("pods");
        pods.lines.addAll(List.of("Error one", "fine", "an ERROR, an error"));
        eventually(() -> assertThat(shown()).contains("fine"));

        Input.type(search(), "error");

        assertThat(hits()).containsExactly("Error", "ERROR", "error");
        assertThat(Screen.text(tab)).contains("3 hits");
        pods.lines.add("error two");
        eventually(() -> assertThat(hits()).hasSize(4));
        _click(_get(
                tab,
                com.vaadin.flow.component.button.Button.class,
                spec -> spec.withPredicate(
                        one -> "Hit above".equals(one.getAriaLabel().orElse("")))));
        assertThat(Screen.text(tab)).contains("4 of 4");
        Input.type(search(), "");
        assertThat(hits()).isEmpty();
    }

    @Test
    void search_takes_signs_as_they_are() {
        open("pods");
        pods.lines.add("a.b (c) a+b");
        eventually(() -> assertThat(shown()).contains("a.b"));

        Input.type(search(), "(c) a+");

        assertThat(hits()).containsExactly("(c) a+");
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

    private void open(String kind) {
        tab = show(application.getBean(LogsTab.class).content(resource(kind, "web")));
        eventually(() -> assertThat(_find(tab, LogSearch.class)).hasSize(1));
    }

    private TextField search() {
        return _get(tab, TextField.class);
    }

    private String shown() {
        return _get(tab, LogScreen.class).getElement().getTextRecursively();
    }

    private List<String> hits() {
        return _find(tab, Span.class, spec -> spec.withClasses("log-hit")).stream()
                .map(Span::getText)
                .toList();
    }

    @SuppressWarnings("unchecked") // of whatever it is that is chosen from
    private <T> Select<T> select(String label) {
        return (Select<T>) _get(tab, Component.class, spec -> spec.withLabel(label));
    }

    private static PodSummary pod(String name) {
        return new PodSummary(
                "shop",
                name,
                "uid-" + name,
                "Running",
                "node-7",
                "10.1.2.3",
                null,
                List.of(
                        new Container("prepare", "shop:1", Container.Role.INIT, true, "Completed", 0),
                        new Container("app", "shop:1", Container.Role.APP, true, "Running", 0),
                        new Container("debugger", "shop:1", Container.Role.DEBUG, true, "Running", 0)));
    }
}
