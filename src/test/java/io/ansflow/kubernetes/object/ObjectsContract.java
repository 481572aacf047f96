package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.testing.TestedCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the port promises about objects, whatever is behind it. */
abstract class ObjectsContract extends LivingObjectsContract {
    ObjectsContract(TestedCluster cluster) {
        super(cluster);
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
    void says_that_a_namespace_is_missing() {
        ObjectRef ref = CONFIG_MAP.named("op-missing", "settings");
        assertThat(failure(api.create(ref, configMap("settings", "a", "b"), WriteMode.PERSIST)))
                .isEqualTo(ClusterFailure.of(FailureCode.NOT_FOUND, "namespaces/op-missing"));
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
}
