package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.operation.Target;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestAuthority;
import io.ansflow.workload.Pods.LogQuery;
import io.ansflow.workload.ResourceUse.Amount;
import io.ansflow.workload.ResourceUse.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Logs and metrics, which need a kubelet and a metrics server: as those answer, by a server that repeats it. */
@Needs(Needs.Part.CLUSTER)
class RecordedAnswersTest extends RealClusterTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");

    @Autowired
    Pods pods;

    @Autowired
    ResourceUse use;

    /** What is answered to a path without its query. */
    private final Map<String, String> answers = new HashMap<>();

    private HostileServer server;
    private ClusterId recorded;

    @BeforeEach
    void start_the_server() {
        server = HostileServer.tls(
                AUTHORITY.issue("CN=server", "127.0.0.1"),
                HostileServer.routing(path -> answers.getOrDefault(
                        path.replaceAll("\\?.*", ""),
                        HostileServer.answer("404 Not Found", "text/plain", "404 page not found\n"))));
        recorded = registered(
                "recorded-" + server.port(),
                new RealCluster(
                        server.uri().toString(), TestAuthority.pem(AUTHORITY.certificate()), "", "", "", "", "", ""),
                "token",
                Environment.TESTING);
    }

    @AfterEach
    void stop_the_server() {
        server.close();
    }

    @Test
    void a_log_is_read_line_by_line() {
        answers.put(
                "/api/v1/namespaces/shop/pods/web-1",
                HostileServer.json(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-1\",\"uid\":\"u1\"}}"));
        answers.put(
                "/api/v1/namespaces/shop/pods/web-1/log",
                HostileServer.answer("200 OK", "text/plain", "\u001B[32mINFO\u001B[0m started\n订单 5\n"));
        List<String> lines = new ArrayList<>();
        var query = new LogQuery("app", true, null, 100, false, false);
        assertThat(got(pods.log(pod("u1"), query, lines::add))).isEqualTo(LogEnd.COMPLETE);
        assertThat(lines).containsExactly("INFO started", "订单 5");
        assertThat(server.requests().getLast()).contains("container=app", "previous=true", "tailLines=100");
    }

    @Test
    void the_log_of_a_pod_that_was_made_anew_is_another_one() {
        answers.put(
                "/api/v1/namespaces/shop/pods/web-1",
                HostileServer.json(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-1\",\"uid\":\"u2\"}}"));
        var query = new LogQuery("app", false, null, 100, false, false);
        assertThat(failure(pods.log(pod("u1"), query, line -> {})).reason()).isEqualTo("replaced");
    }

    @Test
    void the_use_of_nodes_is_told_beside_what_pods_request() {
        metrics();
        answers.put(
                "/apis/metrics.k8s.io/v1beta1/nodes",
                list("{'metadata':{'name':'n1'},'usage':{'cpu':'1250m','memory':'2048Ki'}}"));
        answers.put(
                "/api/v1/nodes",
                list("{'metadata':{'name':'n2'},'status':{'allocatable':{'cpu':'4','memory':'8Gi'}}},"
                        + "{'metadata':{'name':'n1'},'status':{'allocatable':{'cpu':'2','memory':'4Gi'}}}"));
        answers.put(
                "/api/v1/pods",
                list(
                        "{'metadata':{'name':'a'},'spec':{'nodeName':'n1','containers':[{'resources':{'requests':{'cpu':'500m'}}},"
                                + "{'resources':{'requests':{'cpu':'0.25'}}}],'initContainers':[{'resources':{'requests':{'cpu':'2',"
                                + "'memory':'1Gi'}}},{'restartPolicy':'Always','resources':{'requests':{'cpu':'100m'}}}],'overhead':"
                                + "{'cpu':'50m'}}},{'metadata':{'name':'b'},'spec':{'nodeName':'n1','containers':[{}]}}"));
        assertThat(got(use.nodes(recorded)).orElseThrow())
                .containsExactly(
                        new Use("", "n1", amount("1250m", "2.05", "2"), amount("2048Ki", "1073741824", "4Gi")),
                        new Use(
                                "",
                                "n2",
                                new Amount(null, null, quantity("4")),
                                new Amount(null, null, quantity("8Gi"))));
        assertThat(server.requests()).anyMatch(request -> request.contains("status.phase%21%3DSucceeded"));
    }

    @Test
    void the_use_of_pods_is_that_of_their_containers() {
        metrics();
        answers.put(
                "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                list("{'metadata':{'name':'a'},'containers':[{'name':'x','usage':{'cpu':'100m','memory':'1Mi'}},"
                        + "{'name':'y','usage':{'cpu':'200m','memory':'1Mi'}}]}"));
        answers.put(
                "/api/v1/namespaces/shop/pods",
                list("{'metadata':{'name':'a'},'spec':{'containers':[{'resources':{'limits':{'cpu':'1'}}},"
                        + "{'resources':{'limits':{'cpu':'1','memory':'2Mi'}}}]}},"
                        + "{'metadata':{'name':'b'},'spec':{'containers':[{}]}}"));
        List<Use> all = got(use.pods(recorded, "shop")).orElseThrow();
        assertThat(all).extracting(Use::name).containsExactly("a", "b");
        Amount cpu = all.getFirst().cpu();
        assertThat(cpu.used())
                .isNotNull()
                .satisfies(used -> assertThat(used.value()).isEqualByComparingTo("0.3"));
        assertThat(cpu.requested()).isNull();
        assertThat(cpu.limit())
                .isNotNull()
                .satisfies(limit -> assertThat(limit.value()).isEqualByComparingTo("2"));
        assertThat(all.getFirst().memory().limit()).isNull();
        assertThat(all.getLast().cpu()).isEqualTo(new Amount(null, null, null));
    }

    @Test
    void metrics_that_cannot_be_read_are_a_failure_and_not_zero() {
        answers.put(
                "/apis/metrics.k8s.io",
                HostileServer.answer(
                        "503 Service Unavailable",
                        "application/json",
                        "{\"kind\":\"Status\",\"message\":\"service unavailable\"}"));
        assertThat(failure(use.nodes(recorded)).code()).isEqualTo(FailureCode.SERVER_ERROR);
    }

    private void metrics() {
        answers.put(
                "/apis/metrics.k8s.io",
                HostileServer.json("{\"kind\":\"APIGroup\",\"name\":\"metrics.k8s.io\",\"versions\":[{\"groupVersion\":"
                        + "\"metrics.k8s.io/v1beta1\",\"version\":\"v1beta1\"}]}"));
        answers.put(
                "/apis/metrics.k8s.io/v1beta1",
                HostileServer.json(
                        "{\"kind\":\"APIResourceList\",\"groupVersion\":\"metrics.k8s.io/v1beta1\",\"resources\":["
                                + "{\"name\":\"nodes\",\"namespaced\":false,\"kind\":\"NodeMetrics\",\"verbs\":[\"get\",\"list\"]},"
                                + "{\"name\":\"pods\",\"namespaced\":true,\"kind\":\"PodMetrics\",\"verbs\":[\"get\",\"list\"]}]}"));
    }

    private static String list(String items) {
        return HostileServer.json("{\"kind\":\"List\",\"metadata\":{},\"items\":[" + items.replace('\'', '"') + "]}");
    }

    private Target pod(String uid) {
        return new Target(recorded, "pods", "shop", "web-1", uid);
    }

    private static Amount amount(String used, String requested, String limit) {
        return new Amount(quantity(used), quantity(requested), quantity(limit));
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
