package io.ansflow.namespace;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.ContainerLimits.Amounts;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ResourceChanged;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestNamespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the namespace services promise, against real clusters. */
@Needs(Needs.Part.CLUSTER)
@RecordApplicationEvents
class NamespacesTest extends RealClusterTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Namespaces namespaces;

    @Autowired
    ApplicationEvents events;

    private NamespaceName name;

    @BeforeEach
    void choose_a_name() {
        name = new NamespaceName(TestNamespace.newName());
    }

    @AfterEach
    void remove_it() {
        for (RealCluster where : List.of(RealCluster.first(), RealCluster.second())) {
            try (RealApi api = new RealApi(where)) {
                api.delete("/api/v1/namespaces/" + name);
            } catch (IllegalStateException e) {
                // Never created there, or on its way.
            }
        }
    }

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

    @Test
    void an_edit_changes_what_was_changed_and_nothing_else() {
        create(draft());
        NamespaceDetail seen = got(namespaces.find(cluster, name));
        namespace.api().patch("/api/v1/namespaces/" + name, "{\"metadata\":{\"labels\":{\"later\":\"yes\"}}}");
        var edit = new NamespaceEdit(
                seen,
                Map.of("tier", "gold"),
                seen.annotations(),
                Optional.of(new Quota(null, null, null, quantity("5"))),
                false);
        NamespaceDetail edited = got(namespaces.edit(cluster, edit));
        assertThat(edited.labels())
                .containsEntry("tier", "gold")
                .containsEntry("later", "yes")
                .doesNotContainKey("team");
        assertThat(edited.annotations()).containsEntry("owner", "李雷");
        assertThat(got(edited.quotas()).getFirst().lines())
                .extracting(QuotaUse.Line::resource)
                .containsExactly("pods");
        assertThat(audited(cluster).get(1).details()).isEqualTo("labels tier=gold -team");

        var withoutQuota =
                new NamespaceEdit(edited, edited.labels(), edited.annotations(), Optional.of(Quota.NONE), false);
        assertThat(got(got(namespaces.edit(cluster, withoutQuota)).quotas())).isEmpty();
    }

    @Test
    void what_others_decided_about_is_changed_only_on_purpose() {
        create(draft());
        namespace
                .api()
                .patch(
                        "/api/v1/namespaces/" + name + "?fieldManager=helm",
                        "{\"metadata\":{\"labels\":{\"release\":\"a\",\"chart\":\"b\"}}}");
        NamespaceDetail seen = got(namespaces.find(cluster, name));
        var changed = new NamespaceEdit(
                seen,
                Map.of("team", "shop", "release", "z", "chart", "b"),
                seen.annotations(),
                Optional.empty(),
                false);
        ClusterFailure conflict = failure(namespaces.edit(cluster, changed));
        assertThat(conflict)
                .isEqualTo(ClusterFailure.because(
                        FailureCode.CONFLICT, "owner", "namespaces/" + name, "helm", ".metadata.labels.release"));
        var removed = new NamespaceEdit(
                seen, Map.of("team", "shop", "release", "a"), seen.annotations(), Optional.empty(), false);
        assertThat(failure(namespaces.edit(cluster, removed)))
                .isEqualTo(ClusterFailure.because(
                        FailureCode.CONFLICT, "owner", "namespaces/" + name, "helm", ".metadata.labels.chart"));
        assertThat(got(namespaces.find(cluster, name)).labels()).isEqualTo(seen.labels());

        var both = new NamespaceEdit(
                seen, Map.of("team", "shop", "release", "z"), seen.annotations(), Optional.empty(), true);
        assertThat(got(namespaces.edit(cluster, both)).labels())
                .containsEntry("release", "z")
                .doesNotContainKey("chart");
    }

    @Test
    void deletes_with_all_that_is_in_it_and_says_what_holds_it() {
        Creation.Created created = (Creation.Created) create(draft());
        String settings = "/api/v1/namespaces/" + name + "/configmaps/settings";
        namespace
                .api()
                .create(
                        "/api/v1/namespaces/" + name + "/configmaps",
                        "{\"metadata\":{\"name\":\"settings\",\"finalizers\":[\"example.com/hold\"]}}");
        assertThat(got(namespaces.delete(deletion(created.uid(), name.value(), false))))
                .isInstanceOf(NamespaceEnd.Terminating.class);
        assertThat(events.stream(ResourceChanged.class).toList().getLast().gone())
                .isFalse();

        List<NamespaceEnd> seen = new ArrayList<>();
        NamespaceEnd end = got(namespaces.follow(cluster, name, created.uid(), LONG, now -> {
            seen.add(now);
            if (now instanceof NamespaceEnd.Terminating(List<Text> holders) && !holders.isEmpty()) {
                namespace.api().patch(settings, "{\"metadata\":{\"finalizers\":null}}");
            }
        }));
        assertThat(end).isEqualTo(new NamespaceEnd.Gone());
        assertThat(seen.toString())
                .contains("namespace.holder.content")
                .contains("namespace.holder.finalizers")
                .contains("example.com/hold");
        assertThat(failure(namespaces.find(cluster, name)).code()).isEqualTo(FailureCode.NOT_FOUND);
        assertThat(events.stream(ResourceChanged.class).toList().getLast().gone())
                .isTrue();
    }

    @Test
    void deletes_only_what_is_meant() {
        String uid = namespace
                .api()
                .get("/api/v1/namespaces/" + namespace.name())
                .at("/metadata/uid")
                .asString();
        NamespaceName mine = new NamespaceName(namespace.name());
        assertRefused("typedName", new NamespaceDeletion(cluster, mine, uid, "other", true));
        for (String system : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            assertRefused("name", new NamespaceDeletion(cluster, new NamespaceName(system), "x", system, true));
        }
        ClusterId production = registered("production", real, real.token(), Environment.PRODUCTION);
        assertRefused("productionConfirmed", new NamespaceDeletion(production, mine, uid, mine.value(), false));
        assertThat(failure(namespaces.delete(new NamespaceDeletion(cluster, mine, "4711", mine.value(), true)))
                        .reason())
                .isEqualTo("replaced");
        assertThat(audited(cluster).getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(got(namespaces.find(cluster, mine)).terminating()).isFalse();
        assertThat(got(namespaces.delete(new NamespaceDeletion(production, mine, uid, mine.value(), true))))
                .isNotInstanceOf(NamespaceEnd.Alive.class);
    }

    @Test
    void a_viewer_only_looks() {
        actAs("hanmeimei", Role.VIEWER);
        assertThat(got(namespaces.find(cluster, new NamespaceName(namespace.name())))
                        .uid())
                .isNotEmpty();
        assertThatThrownBy(() -> namespaces.create(List.of(cluster), draft(), creation -> {}))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> namespaces.delete(deletion("4711", name.value(), true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void assertRefused(String field, NamespaceDeletion deletion) {
        assertThatThrownBy(() -> namespaces.delete(deletion))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private Creation create(NamespaceDraft draft) {
        return namespaces.create(List.of(cluster), draft, creation -> {}).getFirst();
    }

    private NamespaceDeletion deletion(String uid, String typedName, boolean confirmed) {
        return new NamespaceDeletion(cluster, name, uid, typedName, confirmed);
    }

    private NamespaceDraft draft() {
        return new NamespaceDraft(
                name,
                Map.of("team", "shop"),
                Map.of("owner", "李雷"),
                new Quota(quantity("1"), null, null, quantity("1")),
                new ContainerLimits(
                        new Amounts(quantity("100m"), null), new Amounts(quantity("200m"), null), Amounts.NONE));
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
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
