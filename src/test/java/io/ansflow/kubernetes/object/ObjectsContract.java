package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.testing.TestedCluster;
import io.ansflow.testing.TestedCluster.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the port promises about objects, whatever is behind it. */
abstract class ObjectsContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ResourceType CONFIG_MAP = new ResourceType("", "v1", "configmaps", "ConfigMap", true);

    private final TestedCluster cluster;
    private final String namespace;
    private final ObjectApi api;

    ObjectsContract(TestedCluster cluster) {
        this.cluster = cluster;
        this.namespace = cluster.namespace();
        this.api = cluster.objects(Who.ADMINISTRATOR);
    }

    @AfterEach
    void disconnect() {
        api.close();
        cluster.close();
    }

    @Test
    void creates_reads_and_deletes() {
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
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
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
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
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
        got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        assertThat(failure(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST)))
                .isEqualTo(ClusterFailure.of(FailureCode.ALREADY_EXISTS, ref.toString()));
    }

    @Test
    void names_who_decided_about_a_field_and_takes_it_over_on_request() {
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
        cluster.create("helm", ref, configMap("settings", "color", "blue"));
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
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
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
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
        KubeObject seen = got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        got(api.patch(ref, PatchType.MERGE, tree("{'data':{'a':'c'}}"), WriteMode.PERSIST));
        ClusterFailure failure = failure(api.replace(ref, seen.copy(), WriteMode.PERSIST));
        assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
        assertThat(failure.arguments().get(1)).contains("has been modified");
    }

    @Test
    void says_which_field_is_invalid() {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace, "web");
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
        got(api.create(
                ResourceType.RESOURCE_QUOTA.named(namespace, "q"),
                tree("{'metadata':{'name':'q'},'spec':{'hard':{'count/configmaps':'1'}}}"),
                WriteMode.PERSIST));
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
        ClusterFailure quota = cluster.eventually(
                        () -> api.create(ref, configMap("settings", "a", "b"), WriteMode.DRY_RUN)
                                        instanceof Answer.Failed<KubeObject>(ClusterFailure failure)
                                ? Optional.of(failure)
                                : Optional.<ClusterFailure>empty(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(quota.code()).isEqualTo(FailureCode.REFUSED);
        assertThat(quota.reason()).isEqualTo("quota");
        try (ObjectApi viewer = cluster.objects(Who.VIEWER)) {
            assertThat(failure(viewer.create(ref, configMap("settings", "a", "b"), WriteMode.DRY_RUN)))
                    .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "create", "configmaps"));
            assertThat(failure(viewer.list(ListRequest.of(ResourceType.DEPLOYMENT, namespace, 10))))
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
        ObjectRef ref = ResourceType.SECRET.named(namespace, "login");
        ObjectNode secret = tree("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'login',"
                + "'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'hunter2'}},"
                + "'stringData':{'password':'hunter2'}}");
        String created = got(api.create(ref, secret, WriteMode.PERSIST)).copy().toString();
        String listed = got(api.list(ListRequest.of(ResourceType.SECRET, namespace, 10))).items().stream()
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
            got(api.create(CONFIG_MAP.named(namespace, "c" + i), configMap("c" + i, "i", "" + i), WriteMode.PERSIST));
        }
        ObjectList some = got(api.list(ListRequest.of(CONFIG_MAP, namespace, 2)));
        assertThat(some.items()).extracting(KubeObject::kind).containsExactly("ConfigMap", "ConfigMap");
        assertThat(some.complete()).isFalse();
        ObjectList one = got(api.list(ListRequest.of(CONFIG_MAP, namespace, 100).fields("metadata.name=c3")));
        assertThat(one.items()).extracting(KubeObject::name).containsExactly("c3");
        assertThat(one.complete()).isTrue();
    }

    @Test
    void scales_only_what_nobody_scaled_meanwhile() {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace, "web");
        got(api.apply(
                ref,
                tree("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},"
                        + "'spec':{'replicas':0,'paused':true,'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':"
                        + "{'labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}"),
                false,
                WriteMode.PERSIST));
        KubeObject seen = cluster.eventually(
                () -> got(api.scale(ref)), scale -> got(api.get(ref)).number(0, "status", "observedGeneration") == 1);
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
        try (ObjectApi viewer = cluster.objects(Who.VIEWER)) {
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
                ResourceType.POD.named(namespace, "p"),
                tree("{'metadata':{'name':'p'},'spec':{'containers':[{'name':'c','image':'i'}],"
                        + "'automountServiceAccountToken':false}}"),
                WriteMode.PERSIST));
        List<String> lines = new ArrayList<>();
        var request = new LogRequest(namespace, "p", "c", false, null, 10, false, false, 1000);
        assertThat(api.logs(request, lines::add)).isNotEqualTo(Answer.of(LogEnd.BYTE_LIMIT));
        var unknown = new LogRequest(namespace, "p", "nope", false, null, 10, false, false, 1000);
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
            got(api.create(ResourceType.POD.named(namespace, name), pod, WriteMode.PERSIST));
        }
        var force = new DeleteRequest(null, null, Propagation.BACKGROUND, 0L, WriteMode.PERSIST);
        assertThat(got(api.delete(ResourceType.POD.named(namespace, "at-once"), force)))
                .isEmpty();
        ObjectRef held = ResourceType.POD.named(namespace, "held");
        assertThat(got(api.delete(held, force))).isPresent();
        got(api.patch(held, PatchType.MERGE, tree("{'metadata':{'finalizers':null}}"), WriteMode.PERSIST));
    }

    @Test
    void counts_what_a_namespace_has_used_of_its_quota() {
        ObjectRef quota = ResourceType.RESOURCE_QUOTA.named(namespace, "q");
        got(api.create(
                quota,
                tree("{'metadata':{'name':'q'},'spec':{'hard':{'count/secrets':'50','pods':'2'}}}"),
                WriteMode.PERSIST));
        cluster.eventually(
                () -> got(api.get(quota)),
                found -> found.text("status", "used", "pods").equals("0"));
        for (int i = 1; i <= 2; i++) {
            got(api.create(ResourceType.POD.named(namespace, "p" + i), pod("p" + i), WriteMode.PERSIST));
        }
        KubeObject used = cluster.eventually(
                () -> got(api.get(quota)),
                found -> found.text("status", "used", "pods").equals("2"));
        assertThat(used.text("status", "hard", "pods")).isEqualTo("2");
        ClusterFailure full =
                failure(api.create(ResourceType.POD.named(namespace, "p3"), pod("p3"), WriteMode.PERSIST));
        assertThat(full.reason()).isEqualTo("quota");
    }

    @Test
    void an_old_version_keeps_an_object_from_being_deleted() {
        ObjectRef ref = CONFIG_MAP.named(namespace, "settings");
        KubeObject seen = got(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST));
        got(api.patch(ref, PatchType.MERGE, tree("{'data':{'a':'c'}}"), WriteMode.PERSIST));
        var late =
                new DeleteRequest(seen.uid(), seen.resourceVersion(), Propagation.BACKGROUND, null, WriteMode.PERSIST);
        assertThat(failure(api.delete(ref, late)).code()).isEqualTo(FailureCode.CONFLICT);
        assertThat(got(api.get(ref)).text("data", "a")).isEqualTo("c");
    }

    @Test
    void a_strategic_patch_merges_lists_by_their_keys() {
        ObjectRef ref = deployment(1);
        KubeObject patched = got(api.patch(
                ref,
                PatchType.STRATEGIC,
                tree("{'spec':{'template':{'spec':{'containers':[{'name':'side','image':'s'}]}}}}"),
                WriteMode.PERSIST));
        assertThat(patched.at("spec", "template", "spec", "containers")).hasSize(2);
        assertThat(patched.number(0, "metadata", "generation")).isEqualTo(2);
    }

    @Test
    void a_deployment_gets_pods_and_gives_them_up() {
        ObjectRef ref = deployment(2);
        List<KubeObject> pods = cluster.eventually(() -> list(ResourceType.POD), found -> found.size() == 2);
        assertThat(pods).allSatisfy(pod -> {
            assertThat(pod.text("status", "phase")).isEqualTo("Pending");
            assertThat(pod.at("metadata", "ownerReferences").get(0).path("kind").asString())
                    .isEqualTo("ReplicaSet");
        });
        ObjectNode scale = got(api.scale(ref)).copy();
        scale.putObject("spec").put("replicas", 0);
        got(api.replaceScale(ref, scale, WriteMode.PERSIST));
        cluster.eventually(() -> list(ResourceType.POD), List::isEmpty);
        assertThat(cluster.eventually(
                                () -> got(api.get(ref)),
                                found -> found.number(-1, "status", "observedGeneration")
                                        == found.number(0, "metadata", "generation"))
                        .number(0, "status", "replicas"))
                .isZero();
    }

    @Test
    void a_namespace_goes_with_all_that_is_in_it_but_not_before() {
        ObjectRef home = ResourceType.NAMESPACE.named(namespace);
        ObjectRef held = CONFIG_MAP.named(namespace, "held");
        ObjectNode object = configMap("held", "a", "b");
        object.withObject("/metadata").putArray("finalizers").add("example.com/hold");
        got(api.create(held, object, WriteMode.PERSIST));
        assertThat(got(api.delete(home, DeleteRequest.of(got(api.get(home)).uid()))))
                .hasValueSatisfying(
                        going -> assertThat(going.text("status", "phase")).isEqualTo("Terminating"));
        assertThat(failure(api.create(
                                CONFIG_MAP.named(namespace, "late"), configMap("late", "a", "b"), WriteMode.PERSIST))
                        .code())
                .isEqualTo(FailureCode.REFUSED);
        cluster.eventually(() -> got(api.get(held)), KubeObject::deleting);
        KubeObject waiting = cluster.eventually(
                () -> got(api.get(home)),
                found -> condition(found, "NamespaceFinalizersRemaining").contains("example.com/hold"));
        assertThat(condition(waiting, "NamespaceContentRemaining")).contains("configmaps. has 1 resource instances");
        got(api.patch(held, PatchType.MERGE, tree("{'metadata':{'finalizers':null}}"), WriteMode.PERSIST));
        assertThat(cluster.eventually(() -> api.get(home), Answer.Failed.class::isInstance))
                .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.NOT_FOUND, home.toString())));
    }

    @Test
    void what_every_cluster_needs_is_not_deleted() {
        for (String name : List.of("default", "kube-system")) {
            ObjectRef ref = ResourceType.NAMESPACE.named(name);
            assertThat(failure(api.delete(
                                    ref, DeleteRequest.of(got(api.get(ref)).uid())))
                            .code())
                    .isIn(FailureCode.FORBIDDEN, FailureCode.REFUSED);
        }
    }

    @Test
    void a_stranger_is_told_so() {
        try (ObjectApi stranger = cluster.objects(Who.STRANGER)) {
            assertThat(failure(stranger.get(ResourceType.NAMESPACE.named("default")))
                            .code())
                    .isEqualTo(FailureCode.UNAUTHORIZED);
            assertThat(failure(stranger.may(new AccessQuestion("get", "", "pods", "", "", "")))
                            .code())
                    .isEqualTo(FailureCode.UNAUTHORIZED);
        }
    }

    @Test
    void a_viewer_sees_no_secrets_and_changes_nothing() {
        try (ObjectApi viewer = cluster.objects(Who.VIEWER)) {
            assertThat(failure(viewer.list(ListRequest.of(ResourceType.SECRET, "default", 10))))
                    .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "secrets"));
            assertThat(got(viewer.list(ListRequest.of(CONFIG_MAP, "default", 10)))
                            .items())
                    .isNotEmpty();
            assertThat(failure(viewer.scale(ResourceType.DEPLOYMENT.named(namespace, "web"))))
                    .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "deployments/scale.apps"));
        }
    }

    final ObjectApi api() {
        return api;
    }

    final <T> T eventually(Callable<T> value, Predicate<T> wanted) {
        return cluster.eventually(value, wanted);
    }

    /** Those of the namespace. */
    final List<KubeObject> list(ResourceType type) {
        return got(api.list(ListRequest.of(type, namespace, 10))).items();
    }

    /** Makes one of so many pods. */
    final ObjectRef deployment(int replicas) {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace, "web");
        got(api.create(
                ref,
                tree("{'metadata':{'name':'web'},'spec':{'replicas':" + replicas
                        + ",'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},"
                        + "'spec':{'containers':[{'name':'c','image':'i'}],'automountServiceAccountToken':false}}}}"),
                WriteMode.PERSIST));
        return ref;
    }

    private static ObjectNode pod(String name) {
        return tree("{'metadata':{'name':'" + name + "'},'spec':{'containers':[{'name':'c','image':'i'}],"
                + "'automountServiceAccountToken':false}}");
    }

    private static String condition(KubeObject object, String type) {
        for (JsonNode condition : object.at("status", "conditions")) {
            if (condition.path("type").asString("").equals(type)) {
                return condition.path("message").asString("");
            }
        }
        return "";
    }

    private static ObjectNode configMap(String name, String key, String value) {
        ObjectNode object = tree("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name + "'}}");
        object.putObject("data").put(key, value);
        return object;
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    private static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }
}
