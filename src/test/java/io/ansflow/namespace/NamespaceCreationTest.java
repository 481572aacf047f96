package io.ansflow.namespace;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Creating namespaces in real clusters. */
@Needs(Needs.Part.CLUSTER)
class NamespaceCreationTest extends RealNamespaceTest {
    @Test
    void creates_a_namespace_with_all_that_was_wanted_in_several_clusters() {
        ClusterId two =
                registered("two", RealCluster.second(), RealCluster.second().token(), Environment.TESTING);
        List<Creation> told = new ArrayList<>();
        List<Creation> created = namespaces.create(List.of(cluster, two), draft(), told::add);
        assertThat(created)
                .allSatisfy(creation -> assertThat(creation).isInstanceOf(Creation.Created.class))
                .extracting(Creation::cluster)
                .containsExactly(cluster, two);
        assertThat(told).containsExactlyInAnyOrderElementsOf(created);

        NamespaceDetail detail = got(namespaces.find(cluster, name));
        assertThat(detail.labels()).containsEntry("team", "shop");
        assertThat(detail.annotations()).containsEntry("owner", "李雷");
        assertThat(detail.terminating()).isFalse();
        assertThat(got(detail.quotas())).singleElement().satisfies(quota -> {
            assertThat(quota.ours()).isTrue();
            assertThat(quota.lines())
                    .extracting(QuotaUse.Line::resource)
                    .containsExactlyInAnyOrder("requests.cpu", "pods");
        });
        assertThat(namespace
                        .api()
                        .get("/api/v1/namespaces/" + name + "/limitranges/ansflow")
                        .at("/spec/limits/0/default/cpu")
                        .asString())
                .isEqualTo("200m");
    }

    @Test
    void every_step_is_on_record() {
        create(draft());
        List<AuditEntry> entries = audited(cluster).subList(0, 3);
        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactly("namespace.limits", "namespace.quota", "namespace.create");
        assertThat(entries).extracting(AuditEntry::actor).containsOnly("lilei");
        assertThat(entries).extracting(AuditEntry::outcome).containsOnly(Outcome.SUCCEEDED);
        assertThat(entries.get(1).details()).contains("pods:1").contains("requests.cpu:1");
    }

    @Test
    void its_quota_refuses_what_exceeds_it() {
        create(draft());
        String pods = "/api/v1/namespaces/" + name + "/pods";
        eventually()
                .untilAsserted(
                        () -> assertThat(got(got(namespaces.find(cluster, name)).quotas())
                                        .getFirst()
                                        .lines())
                                .allSatisfy(line -> assertThat(line.used()).isNotNull()));
        namespace.api().create(pods, pod("first"));
        assertThatThrownBy(() -> namespace.api().create(pods, pod("second"))).hasMessageContaining("exceeded quota");
        eventually()
                .untilAsserted(() -> assertThat(
                                got(got(namespaces.find(cluster, name)).quotas())
                                        .getFirst()
                                        .lines())
                        .anySatisfy(line -> {
                            assertThat(line.resource()).isEqualTo("pods");
                            assertThat(line.ratio()).hasValue(1);
                        }));
    }

    @Test
    void what_fails_in_one_cluster_does_not_keep_it_from_the_others() {
        ClusterId gone = new ClusterId(987_654);
        List<Creation> creations = namespaces.create(List.of(gone, cluster), draft(), creation -> {});
        assertThat(creations.getFirst())
                .isEqualTo(new Creation.Refused(gone, ClusterFailure.because(FailureCode.NOT_FOUND, "cluster")));
        assertThat(creations.getLast()).isInstanceOf(Creation.Created.class);
    }

    @Test
    void a_namespace_that_exists_is_not_touched() {
        create(draft());
        NamespaceDraft other =
                new NamespaceDraft(name, Map.of("team", "other"), Map.of(), Quota.NONE, ContainerLimits.NONE);
        ClusterFailure taken = ClusterFailure.of(FailureCode.ALREADY_EXISTS, "namespaces/" + name);
        assertThat(namespaces.rehearse(cluster, other)).contains(taken);
        assertThat(namespaces.create(List.of(cluster), other, creation -> {}))
                .containsExactly(new Creation.Refused(cluster, taken));
        assertThat(got(namespaces.find(cluster, name)).labels()).containsEntry("team", "shop");
    }

    @Test
    void a_rehearsal_creates_nothing() {
        assertThat(namespaces.rehearse(cluster, draft())).isEmpty();
        assertThat(failure(namespaces.find(cluster, name)).code()).isEqualTo(FailureCode.NOT_FOUND);
        ClusterId viewed = registered("viewed", real, real.viewerToken(), Environment.TESTING);
        assertThat(namespaces.rehearse(viewed, draft()))
                .contains(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "namespaces"));
    }

    @Test
    void what_was_left_out_is_made_up_for() {
        String right = "op-" + name;
        allow(right, "{\"apiGroups\":[\"\"],\"resources\":[\"namespaces\"],\"verbs\":[\"get\",\"create\",\"patch\"]}");
        try {
            ClusterId viewed = registered("viewed", real, real.viewerToken(), Environment.TESTING);
            ClusterFailure forbidden = eventually()
                    .until(
                            () -> namespaces.rehearse(viewed, draft()).orElseThrow(),
                            failure -> failure.arguments().contains("resourcequotas"));
            assertThat(forbidden).isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "create", "resourcequotas"));

            List<Creation> before = namespaces.create(List.of(viewed), draft(), creation -> {});
            assertThat(before).singleElement().isInstanceOfSatisfying(Creation.Incomplete.class, incomplete -> {
                assertThat(incomplete.failure().code()).isEqualTo(FailureCode.FORBIDDEN);
                assertThat(incomplete.failure().arguments()).contains("resourcequotas");
            });

            List<Creation> after = namespaces.resume(
                    before.stream()
                            .map(Creation.Incomplete.class::cast)
                            .<Creation>map(one -> new Creation.Incomplete(cluster, one.uid(), one.failure()))
                            .toList(),
                    draft(),
                    creation -> {});
            assertThat(after).singleElement().isInstanceOf(Creation.Created.class);
            assertThat(got(got(namespaces.find(cluster, name)).quotas())).hasSize(1);
            assertThat(got(namespaces.find(viewed, name)).quotas())
                    .satisfies(quotas -> assertThat(failure(quotas).code()).isEqualTo(FailureCode.FORBIDDEN));
        } finally {
            disallow(right);
        }
    }

    @Test
    void a_creation_that_may_have_happened_is_taken_up_again() {
        ClusterFailure timeout = ClusterFailure.of(FailureCode.RESPONSE_TIMEOUT, "PATCH", "30");
        Creation.Created first = (Creation.Created) create(draft());
        assertThat(namespaces.resume(List.of(new Creation.Refused(cluster, timeout)), draft(), creation -> {}))
                .containsExactly(first);
        NamespaceDraft taken = new NamespaceDraft(
                new NamespaceName(namespace.name()), Map.of(), Map.of(), Quota.NONE, ContainerLimits.NONE);
        namespace.api().patch("/api/v1/namespaces/" + namespace.name(), "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        assertThat(namespaces.resume(List.of(new Creation.Refused(cluster, timeout)), taken, creation -> {}))
                .singleElement()
                .isInstanceOfSatisfying(
                        Creation.Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.ALREADY_EXISTS));
    }

    private static String pod(String name) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}";
    }

    private void allow(String right, String rule) {
        String rbac = "/apis/rbac.authorization.k8s.io/v1/";
        namespace
                .api()
                .create(rbac + "clusterroles", "{\"metadata\":{\"name\":\"" + right + "\"},\"rules\":[" + rule + "]}");
        namespace
                .api()
                .create(
                        rbac + "clusterrolebindings",
                        "{\"metadata\":{\"name\":\"" + right
                                + "\"},\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\","
                                + "\"kind\":\"ClusterRole\",\"name\":\"" + right + "\"},\"subjects\":[{\"apiGroup\":"
                                + "\"rbac.authorization.k8s.io\",\"kind\":\"Group\",\"name\":\"viewers\"}]}");
    }

    private void disallow(String right) {
        namespace.api().delete("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/" + right);
        namespace.api().delete("/apis/rbac.authorization.k8s.io/v1/clusterroles/" + right);
    }
}
