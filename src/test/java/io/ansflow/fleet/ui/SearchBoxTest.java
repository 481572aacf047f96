package io.ansflow.fleet.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static io.ansflow.inventory.ResourceBuilder.pod;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Environment;
import io.ansflow.inventory.Health;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchBoxTest extends UiTest {

    @BeforeEach
    void somethingToFind() {
        clusters.with(
                cluster(1, "alpha").environment(Environment.PRODUCTION).build(),
                cluster(2, "beta").build());
        inventory.with(
                pod(1, "shop/web-1").cell("node", "node-7").build(),
                pod(2, "shop/web-2")
                        .status("CrashLoopBackOff", Health.FAILED)
                        .stale(Instant.now().minusSeconds(9_000))
                        .build(),
                resource(1, "nodes", "node-7").status("Ready", Health.HEALTHY).build());
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("");
    }

    @Test
    void finds_resources_of_all_clusters_kind_by_kind_and_links_to_them() {
        search("web");
        eventually(() -> assertThat(links()).hasSize(2));
        assertThat(Screen.text(dialog())).contains("Pod", "web-1", "alpha", "web-2", "beta", "CrashLoopBackOff");
        assertThat(links().getFirst().getHref()).contains("resources?", "kind=pods", "cluster=1", "web-1");
    }

    @Test
    void says_what_is_not_current() {
        search("web-2");
        eventually(() -> assertThat(Screen.text(dialog())).contains("As of"));
        search("web-1");
        eventually(() -> assertThat(Screen.text(dialog())).contains("web-1").doesNotContain("As of"));
    }

    @Test
    void says_why_something_was_found_where_its_name_does_not() {
        search("node-7 web");
        eventually(() -> assertThat(links()).hasSize(1));
        assertThat(Screen.text(links().getFirst())).contains("web-1", "node-7");
    }

    @Test
    void finds_clusters_by_their_names() {
        search("ALPHA");
        eventually(() -> assertThat(links()).hasSize(1));
        assertThat(links().getFirst().getHref()).isEqualTo("clusters/1/resources");
    }

    @Test
    void shows_a_few_of_a_kind_and_leads_to_all_of_them() {
        inventory.with(IntStream.range(0, 9)
                .mapToObj(number -> pod(1, "shop/many-" + number).build())
                .toArray(io.ansflow.inventory.Resource[]::new));
        search("many");
        eventually(() -> assertThat(links()).hasSize(6));
        assertThat(Screen.text(links().getLast())).contains("All 9");
        assertThat(links().getLast().getHref()).contains("kind=pods", "q=many");
    }

    @Test
    void what_clusters_say_stays_text() {
        inventory.with(pod(1, "shop/evil")
                .label("note", "<img src=x onerror=alert(1)>")
                .build());
        search("note=<img");
        eventually(() -> assertThat(links()).hasSize(1));
        assertThat(Screen.text(links().getFirst())).contains("<img src=x onerror=alert(1)>");
        assertThat(dialog().getElement().getOuterHTML()).doesNotContain("<img");
    }

    @Test
    void says_that_nothing_was_found_and_what_can_be_found() {
        search("");
        assertThat(Screen.text(dialog())).contains("Looks in all clusters");
        search("nowhere");
        eventually(() -> assertThat(Screen.text(dialog())).contains("Nothing found"));
        search(" ");
        assertThat(Screen.text(dialog())).contains("Looks in all clusters");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        UI.getCurrent().navigate("resources");
        UI.getCurrent().navigate("");
        search("nowhere");
        eventually(() -> assertThat(Screen.text(dialog())).contains("没有找到"));
    }

    private static void search(String text) {
        if (_find(SearchDialog.class).isEmpty()) {
            _click(_get(SearchBox.class));
        }
        Input.type(_get(dialog(), TextField.class), text);
    }

    private static SearchDialog dialog() {
        return _get(SearchDialog.class);
    }

    private static List<Anchor> links() {
        return _find(dialog(), Anchor.class);
    }
}
