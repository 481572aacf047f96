package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.testing.TestedCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a cluster's controllers do, as adapters tell it; with what a credential may. */
abstract class LivingObjectsContract extends RightsContract {
    LivingObjectsContract(TestedCluster cluster) {
        super(cluster);
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
}
