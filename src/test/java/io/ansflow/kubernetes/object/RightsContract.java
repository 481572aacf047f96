package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.TestedCluster;
import io.ansflow.testing.TestedCluster.Who;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What adapters say of what a credential may see and do. */
abstract class RightsContract extends TestedObjects {
    RightsContract(TestedCluster cluster) {
        super(cluster);
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
}
