package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Environment;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceBuilder;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.testing.Entry;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.HostileServer.Connection;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.Screen;
import io.ansflow.testing.TestAuthority;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What people see of logs and use, from the wire to the page: a kubelet and a metrics server by a server that repeats them. */
@Needs(Needs.Part.CLUSTER)
class RecordedAnswersViewsTest extends RealClusterTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");

    @Autowired
    ApplicationContext application;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch seen = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private HostileServer server;
    private ClusterId recorded;

    @BeforeEach
    void start() {
        server = HostileServer.tls(AUTHORITY.issue("CN=server", "127.0.0.1"), this::serve);
        var stub = new RealCluster(
                server.uri().toString(), TestAuthority.pem(AUTHORITY.certificate()), "", "", "", "", "", "");
        recorded = registered("shown-" + server.port(), stub, "token", Environment.TESTING);
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(new Routes(), application, MockedUI::new));
        UI.getCurrent().getSession().setLocale(Messages.ENGLISH);
        answers.put(
                "/api/v1/namespaces/shop/pods/web-1",
                "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'web-1','namespace':'shop','uid':'uid-web-1'},"
                        + "'spec':{'nodeName':'n1','containers':[{'name':'app','image':'shop:1','resources':{'requests':"
                        + "{'cpu':'500m'},'limits':{'cpu':'1'}}}]},'status':{'phase':'Running'}}");
    }

    @AfterEach
    void stop() {
        MockVaadin.tearDown();
        server.close();
    }

    @Test
    void a_log_comes_from_the_wire_to_the_page_until_the_tab_is_left() throws Exception {
        Component tab = open(LogsTab.class, "pods", "shop/web-1");

        shows(() -> assertThat(_get(tab, LogScreen.class).getElement().getTextRecursively())
                .startsWith("INFO started\n<img src=x onerror=alert(1)>\n"));
        assertThat(tab.getElement().getOuterHTML()).doesNotContain("<img src=x");
        seen.countDown();

        UI.getCurrent().remove(tab);
        left.await();
    }

    @Test
    void nodes_are_shown_with_what_they_use() {
        metrics();
        answers.put(
                "/apis/metrics.k8s.io/v1beta1/nodes",
                list("{'metadata':{'name':'n1'},'usage':{'cpu':'1250m','memory':'2097152Ki'}}"));
        answers.put(
                "/api/v1/nodes",
                list("{'metadata':{'name':'n1'},'status':{'allocatable':{'cpu':'2','memory':'4Gi'}}},"
                        + "{'metadata':{'name':'n2'},'status':{'allocatable':{'cpu':'2','memory':'4Gi'}}}"));
        answers.put("/api/v1/pods", list(""));

        Component tab = open(NodeUseTab.class, "nodes", "n1");

        shows(() -> assertThat(Screen.text(tab)).containsSubsequence("n1", "1250m", "2.0Gi", "n2", "–"));
    }

    @Test
    void nodes_of_a_cluster_without_a_metrics_api_say_so_and_show_no_zeros() {
        Component tab = open(NodeUseTab.class, "nodes", "n1");

        shows(() -> assertThat(Screen.text(tab)).contains("This cluster has no metrics API"));
        assertThat(_find(tab, UseRow.class)).isEmpty();
        assertThat(Screen.text(tab)).doesNotContain("0m", "0Mi");
    }

    @Test
    void a_pod_is_shown_with_what_it_uses() {
        metrics();
        answers.put(
                "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                list(
                        "{'metadata':{'name':'web-1','namespace':'shop'},'containers':[{'name':'app','usage':{'cpu':'250m',"
                                + "'memory':'64Mi'}}]}"));
        answers.put("/api/v1/namespaces/shop/pods", list(Entry.of(answers, "/api/v1/namespaces/shop/pods/web-1")));

        Component tab = open(PodsTab.class, "pods", "shop/web-1");

        shows(() -> assertThat(Screen.text(tab)).contains("250m", "requested 500m, limit 1000m", "64Mi"));
    }

    @Test
    void a_pod_without_a_metrics_api_is_shown_without_use() {
        Component tab = open(PodsTab.class, "pods", "shop/web-1");

        shows(() -> assertThat(Screen.text(tab)).contains("app", "This cluster has no metrics API"));
        assertThat(_find(tab, UseRow.class)).isEmpty();
    }

    private Component open(Class<? extends ResourceTab> type, String kind, String place) {
        Resource resource =
                ResourceBuilder.resource(recorded.value(), kind, place).build();
        Component tab = application.getBean(type).content(resource);
        UI.getCurrent().add(tab);
        return tab;
    }

    private static void shows(ThrowingRunnable assertion) {
        eventually().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertion.run();
        });
    }

    private void metrics() {
        answers.put(
                "/apis/metrics.k8s.io",
                "{'kind':'APIGroup','name':'metrics.k8s.io','versions':[{'groupVersion':'metrics.k8s.io/v1beta1',"
                        + "'version':'v1beta1'}]}");
        answers.put(
                "/apis/metrics.k8s.io/v1beta1",
                "{'kind':'APIResourceList','groupVersion':'metrics.k8s.io/v1beta1','resources':[{'name':'nodes',"
                        + "'namespaced':false,'kind':'NodeMetrics','verbs':['list']},{'name':'pods','namespaced':true,"
                        + "'kind':'PodMetrics','verbs':['list']}]}");
    }

    private static String list(String items) {
        return "{'kind':'List','metadata':{},'items':[" + items + "]}";
    }

    private void serve(Connection connection) throws IOException {
        for (String request = connection.request(); request != null; request = connection.request()) {
            String path = request.split(" ", 3)[1].replaceAll("\\?.*", "");
            if (path.endsWith("/log")) {
                follow(connection);
                return;
            }
            String answer = answers.get(path);
            connection.send(
                    answer == null
                            ? HostileServer.answer("404 Not Found", "text/plain", "404 page not found\n")
                            : HostileServer.json(answer.replace('\'', '"')));
        }
    }

    /** Once what it begins with was seen, goes on until the reader leaves. */
    private void follow(Connection connection) throws IOException {
        try {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            connection.send("\u001B[32mINFO\u001B[0m started\n");
            connection.send("<img src=x onerror=alert(1)>\n");
            seen.await();
            while (true) {
                connection.send("still here\n");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            left.countDown();
        }
    }
}
