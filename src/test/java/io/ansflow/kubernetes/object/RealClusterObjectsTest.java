package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.TestNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the port promises about objects, against a real API server. */
@Needs(Needs.Part.CLUSTER)
@SpringJUnitConfig
class RealClusterObjectsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ResourceType CONFIG_MAP = new ResourceType("", "v1", "configmaps", "ConfigMap", true);

    @org.springframework.context.annotation.Configuration
    @Import(AuthMethods.class)
    @ComponentScan({"io.ansflow.kubernetes.auth", "io.ansflow.kubernetes.http"})
    static class KubernetesModule {}

    @Autowired
    ObjectApis apis;

    @Autowired
    AuthMethods methods;

    private RealCluster cluster;
    private TestNamespace namespace;
    private ObjectApi api;

    @BeforeEach
    void connect() {
        cluster = RealCluster.first();
        namespace = new TestNamespace(cluster);
        api = apis.open(access(cluster.token()));
    }

    @AfterEach
    void disconnect() {
        api.close();
        namespace.close();
    }

    @Test
    void creates_reads_and_deletes() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        KubeObject created = got(api.create(ref, configMap("settings", "color", "blue"), WriteMode.PERSIST));
        assertThat(created.uid()).isNotEmpty();
        KubeObject read = got(api.get(ref));
        assertThat(read.texts("data")).containsExactly(Map.entry("color", "blue"));
        assertThat(read.apiVersion()).isEqualTo("v1");
        assertThat(read.createdAt()).isNotNull();
        assertThat(got(api.delete(ref, DeleteRequest.of(read.uid())))).isEmpty();
        assertThat(failure(api.get(ref))).isEqualTo(ClusterFailure.of(FailureCode.NOT_FOUND, ref.toString()));
    }

    @Test
    void a_dry_run_keeps_nothing() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        assertThat(got(api.create(ref, configMap("settings", "color", "blue"), WriteMode.DRY_RUN))
                        .uid())
                .isNotEmpty();
        assertThat(failure(api.get(ref)).code()).isEqualTo(FailureCode.NOT_FOUND);
        KubeObject created = got(api.create(ref, configMap("settings", "color", "blue"), WriteMode.PERSIST));
        got(api.delete(ref, DeleteRequest.of(created.uid()).in(WriteMode.DRY_RUN)));
        got(api.patch(ref, PatchType.MERGE, tree("{'data':{'color':'red'}}"), WriteMode.DRY_RUN));
        assertThat(got(api.get(ref)).text("data", "color")).isEqualTo("blue");
    }

    @Test
    void says_that_a_name_is_taken() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        assertThat(failure(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST)))
                .isEqualTo(ClusterFailure.of(FailureCode.ALREADY_EXISTS, ref.toString()));
    }

    @Test
    void names_who_decided_about_a_field_and_takes_it_over_on_request() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        namespace
                .api()
                .create(
                        "/api/v1/namespaces/" + namespace.name() + "/configmaps?fieldManager=helm",
                        configMap("settings", "color", "blue").toString());
        ObjectNode red = configMap("settings", "color", "red");
        ClusterFailure failure = failure(api.apply(ref, red, false, WriteMode.PERSIST));
        assertThat(failure)
                .isEqualTo(
                        ClusterFailure.because(FailureCode.CONFLICT, "owner", ref.toString(), "helm", ".data.color"));
        KubeObject taken = got(api.apply(ref, red, true, WriteMode.PERSIST));
        assertThat(taken.text("data", "color")).isEqualTo("red");
        ManagedFields fields = new ManagedFields(got(api.get(ref)));
        assertThat(fields.ours("data")).containsExactly("color");
        assertThat(fields.others("data", "color")).isEmpty();
    }

    @Test
    void leaves_an_object_alone_that_was_made_anew() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        String former = got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST))
                .uid();
        got(api.delete(ref, DeleteRequest.of(former)));
        got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        ClusterFailure replaced = ClusterFailure.because(FailureCode.CONFLICT, "replaced", ref.toString());
        assertThat(failure(api.delete(ref, DeleteRequest.of(former)))).isEqualTo(replaced);
        ObjectNode patch = tree("{'metadata':{'uid':'" + former + "'},'data':{'a':'c'}}");
        assertThat(failure(api.patch(ref, PatchType.MERGE, patch, WriteMode.PERSIST)))
                .isEqualTo(replaced);
        assertThat(got(api.get(ref)).text("data", "a")).isEqualTo("b");
    }

    @Test
    void refuses_to_replace_what_was_changed_meanwhile() {
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        KubeObject seen = got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        got(api.patch(ref, PatchType.MERGE, tree("{'data':{'a':'c'}}"), WriteMode.PERSIST));
        ClusterFailure failure = failure(api.replace(ref, seen.copy(), WriteMode.PERSIST));
        assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
        assertThat(failure.arguments().get(1)).contains("has been modified");
    }

    @Test
    void says_which_field_is_invalid() {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace.name(), "web");
        ObjectNode deployment = tree("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},"
                + "'spec':{'replicas':-1,'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},"
                + "'spec':{'containers':[{'name':'c','image':'i'}]}}}}");
        ClusterFailure failure = failure(api.apply(ref, deployment, false, WriteMode.DRY_RUN));
        assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
        assertThat(failure.arguments()).first().isEqualTo(ref.toString());
        assertThat(failure.arguments().get(1)).contains("spec.replicas", "greater than or equal to 0");
        ObjectNode wrongType = tree("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},"
                + "'spec':{'replicas':'three'}}");
        assertThat(failure(api.create(ref, wrongType, WriteMode.PERSIST)).code())
                .isEqualTo(FailureCode.INVALID);
        assertThat(failure(api.apply(ref, wrongType, false, WriteMode.PERSIST)).code())
                .isIn(FailureCode.INVALID, FailureCode.SERVER_ERROR);
    }

    @Test
    void tells_the_quota_from_the_rights_of_the_credential() {
        namespace
                .api()
                .create(
                        "/api/v1/namespaces/" + namespace.name() + "/resourcequotas",
                        "{\"metadata\":{\"name\":\"q\"},\"spec\":{\"hard\":{\"count/configmaps\":\"1\"}}}");
        ObjectRef ref = CONFIG_MAP.named(namespace.name(), "settings");
        ClusterFailure quota = await().until(
                        () -> api.create(ref, configMap("settings", "a", "b"), WriteMode.DRY_RUN)
                                        instanceof Answer.Failed<KubeObject>(ClusterFailure failure)
                                ? Optional.of(failure)
                                : Optional.<ClusterFailure>empty(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(quota.code()).isEqualTo(FailureCode.REFUSED);
        assertThat(quota.reason()).isEqualTo("quota");
        try (ObjectApi viewer = apis.open(access(cluster.viewerToken()))) {
            assertThat(failure(viewer.create(ref, configMap("settings", "a", "b"), WriteMode.DRY_RUN)))
                    .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "create", "configmaps"));
            assertThat(failure(viewer.list(ListRequest.of(ResourceType.DEPLOYMENT, namespace.name(), 10))))
                    .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "deployments.apps"));
        }
    }

    @Test
    void says_that_a_namespace_is_missing() {
        ObjectRef ref = CONFIG_MAP.named("op-missing", "settings");
        assertThat(failure(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST)))
                .isEqualTo(ClusterFailure.of(FailureCode.NOT_FOUND, "namespaces/op-missing"));
    }

    @Test
    void masks_the_values_of_secrets_unless_they_are_asked_for() {
        ObjectRef ref = ResourceType.SECRET.named(namespace.name(), "login");
        ObjectNode secret = tree("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'login',"
                + "'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'hunter2'}},"
                + "'stringData':{'password':'hunter2'}}");
        String created = got(api.create(ref, secret, WriteMode.PERSIST)).copy().toString();
        String listed = got(api.list(ListRequest.of(ResourceType.SECRET, namespace.name(), 10))).items().stream()
                .filter(item -> item.name().equals("login"))
                .findFirst()
                .orElseThrow()
                .copy()
                .toString();
        String read = got(api.get(ref)).copy().toString();
        assertThat(List.of(created, listed, read))
                .allSatisfy(text ->
                        assertThat(text).contains("password", KubeObject.MASK).doesNotContain("hunter2", "aHVudGVyMg"));
        assertThat(got(api.reveal(ref)).text("data", "password")).isEqualTo("aHVudGVyMg==");
        assertThat(failure(api.create(
                                ref, tree("{'metadata':{'name':'x y'},'data':{'p':'hunter2!'}}"), WriteMode.PERSIST))
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void lists_page_by_page_up_to_a_limit() {
        for (int i = 0; i < 4; i++) {
            got(api.create(
                    CONFIG_MAP.named(namespace.name(), "c" + i), configMap("c" + i, "i", "" + i), WriteMode.PERSIST));
        }
        ObjectList some = got(api.list(ListRequest.of(CONFIG_MAP, namespace.name(), 2)));
        assertThat(some.items()).extracting(KubeObject::kind).containsExactly("ConfigMap", "ConfigMap");
        assertThat(some.complete()).isFalse();
        ObjectList one =
                got(api.list(ListRequest.of(CONFIG_MAP, namespace.name(), 100).fields("metadata.name=c3")));
        assertThat(one.items()).extracting(KubeObject::name).containsExactly("c3");
        assertThat(one.complete()).isTrue();
    }

    @Test
    void scales_only_what_nobody_scaled_meanwhile() {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace.name(), "web");
        got(api.apply(
                ref,
                tree("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},"
                        + "'spec':{'replicas':0,'paused':true,'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':"
                        + "{'labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}"),
                false,
                WriteMode.PERSIST));
        KubeObject seen = await().until(
                        () -> got(api.scale(ref)),
                        scale -> got(api.get(ref)).number(0, "status", "observedGeneration") == 1);
        ObjectNode wanted = got(api.scale(ref)).copy();
        wanted.putObject("spec").put("replicas", 2);
        assertThat(got(api.replaceScale(ref, wanted, WriteMode.PERSIST)).number(-1, "spec", "replicas"))
                .isEqualTo(2);
        ObjectNode late = seen.copy();
        late.putObject("spec").put("replicas", 5);
        assertThat(failure(api.replaceScale(ref, late, WriteMode.PERSIST)).code())
                .isEqualTo(FailureCode.CONFLICT);
        got(api.delete(ref, DeleteRequest.of(got(api.get(ref)).uid()).with(Propagation.FOREGROUND)));
    }

    @Test
    void asks_what_the_credential_may_do() {
        var delete = new AccessQuestion("delete", "apps", "deployments", "", "default", "web");
        var get = new AccessQuestion("get", "apps", "deployments", "", "default", "web");
        assertThat(got(api.may(delete)).allowed()).isTrue();
        try (ObjectApi viewer = apis.open(access(cluster.viewerToken()))) {
            assertThat(got(viewer.may(delete)).allowed()).isFalse();
            assertThat(got(viewer.may(get)).allowed()).isTrue();
        }
    }

    @Test
    void finds_the_type_that_a_kind_means() {
        Discovery discovery = new Discovery(api);
        assertThat(got(discovery.of("apps/v1", "Deployment"))).isEqualTo(ResourceType.DEPLOYMENT);
        assertThat(got(discovery.of("v1", "ConfigMap"))).isEqualTo(CONFIG_MAP);
        assertThat(got(discovery.named("configmaps"))).isEqualTo(CONFIG_MAP);
        assertThat(got(discovery.named("cronjobs")).kind()).isEqualTo("CronJob");
        assertThat(got(discovery.named("leases.coordination.k8s.io")).namespaced())
                .isTrue();
        assertThat(got(discovery.named("clusterroles")).namespaced()).isFalse();
        for (String unknown : List.of("nonsense/v1", "apps/v9", "../..//v1", "v7")) {
            assertThat(failure(discovery.of(unknown, "Nonsense")))
                    .isEqualTo(ClusterFailure.because(FailureCode.NOT_FOUND, "api", unknown + " Nonsense"));
        }
        assertThat(failure(discovery.named("nonsenses.example.com")).reason()).isEqualTo("api");
        assertThat(got(api.types("metrics.k8s.io", "v1beta1"))).isEmpty();
    }

    @Test
    void a_pod_without_a_node_has_no_log() {
        got(api.create(
                ResourceType.POD.named(namespace.name(), "p"),
                tree("{'metadata':{'name':'p'},'spec':{'containers':[{'name':'c','image':'i'}],"
                        + "'automountServiceAccountToken':false}}"),
                WriteMode.PERSIST));
        List<String> lines = new ArrayList<>();
        var request = new LogRequest(namespace.name(), "p", "c", false, null, 10, false, false, 1000);
        assertThat(api.logs(request, lines::add)).isNotEqualTo(Answer.of(LogEnd.BYTE_LIMIT));
        var unknown = new LogRequest(namespace.name(), "p", "nope", false, null, 10, false, false, 1000);
        ClusterFailure failure = failure(api.logs(unknown, lines::add));
        assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
        assertThat(failure.arguments().get(1)).contains("container nope is not valid for pod p");
        assertThat(lines).isEmpty();
    }

    @Test
    void a_pod_that_went_at_once_is_gone() {
        for (String name : List.of("at-once", "held")) {
            ObjectNode pod =
                    tree("{'metadata':{'name':'" + name + "'},'spec':{'containers':[{'name':'c','image':'i'}]}}");
            if (name.equals("held")) {
                pod.withArray("/metadata/finalizers").add("example.com/hold");
            }
            got(api.create(ResourceType.POD.named(namespace.name(), name), pod, WriteMode.PERSIST));
        }
        var force = new DeleteRequest(null, null, Propagation.BACKGROUND, 0L, WriteMode.PERSIST);
        assertThat(got(api.delete(ResourceType.POD.named(namespace.name(), "at-once"), force)))
                .isEmpty();
        ObjectRef held = ResourceType.POD.named(namespace.name(), "held");
        assertThat(got(api.delete(held, force))).isPresent();
        got(api.patch(held, PatchType.MERGE, tree("{'metadata':{'finalizers':null}}"), WriteMode.PERSIST));
    }

    private ClusterAccess access(String token) {
        var values = Map.of("token", token, "caCertificate", cluster.ca());
        return got(methods.find("token").orElseThrow().access(new AuthInput(cluster.server(), values, true)));
    }

    private static ObjectNode configMap(String name, String key, String value) {
        ObjectNode object = tree("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name + "'}}");
        object.putObject("data").put(key, value);
        return object;
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    private static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    private static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }
}
