package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestNamespace;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.BulkChanges.Result;
import io.ansflow.workload.BulkChanges.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** YAML, and the same change to many objects, against a real cluster. */
@Needs(Needs.Part.CLUSTER)
class ManifestsTest extends RealClusterTest {
    @Autowired
    Manifests manifests;

    @Autowired
    BulkChanges bulk;

    @Autowired
    Workloads workloads;

    private Fixtures fixtures;

    @BeforeEach
    void prepare_fixtures() {
        fixtures = new Fixtures(namespace, cluster);
    }

    @Test
    void plans_and_applies_document_by_document() {
        fixtures.configMap("settings", "color", "blue");
        String yaml = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {color: blue, size: "9"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: web:1}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: Nonsense, ports: [{port: 80, protocol: TCP}]}
                ---
                apiVersion: example.com/v1
                kind: Nonsense
                metadata: {name: x}
                """;
        List<ManifestPlan> plans = manifests.plan(cluster, yaml, namespace.name(), false);
        assertThat(plans).extracting(ManifestPlan::line).containsExactly(1, 6, 16, 21);
        assertThat(plans.get(0)).isInstanceOfSatisfying(ManifestPlan.Changes.class, changes -> {
            assertThat(changes.diff()).contains("\n+  size: '9'\n").doesNotContain("\n-");
            assertThat(changes.target().uid()).isNotEmpty();
        });
        assertThat(plans.get(1))
                .isInstanceOfSatisfying(
                        ManifestPlan.Creates.class,
                        creates -> assertThat(creates.diff()).contains("+kind: Deployment\n"));
        assertThat(plans.get(2))
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.INVALID));
        assertThat(plans.get(3))
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(ClusterFailure.because(
                                        FailureCode.NOT_FOUND, "api", "example.com/v1 Nonsense")));
        assertThat(fixtures.get(target("configmaps", "settings")).path("data").has("size"))
                .isFalse();

        List<Manifests.Applied> told = new ArrayList<>();
        List<Manifests.Applied> applied = manifests.apply(cluster, yaml, namespace.name(), false, told::add);
        assertThat(told).isEqualTo(applied);
        assertThat(applied)
                .extracting(result -> result.failure().isPresent())
                .containsExactly(false, false, true, true);
        assertThat(applied.get(1).target().kind()).isEqualTo("deployments");
        assertThat(audited(cluster).subList(0, 3))
                .extracting(AuditEntry::target)
                .containsExactly(path("services/web"), path("deployments/web"), path("configmaps/settings"));
        assertThat(manifests.plan(cluster, yaml, namespace.name(), false).subList(0, 2))
                .allSatisfy(plan -> assertThat(plan).isInstanceOf(ManifestPlan.Same.class));
    }

    @Test
    void what_an_earlier_document_makes_is_judged_later() {
        String name = TestNamespace.newName();
        String yaml = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: NAME}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: NAME}
                """.replace("NAME", name);
        assertThat(manifests.plan(cluster, yaml, "default", false))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(ManifestPlan.Creates.class),
                        second -> assertThat(second).isInstanceOf(ManifestPlan.Later.class));
        try {
            assertThat(manifests.apply(cluster, yaml, "default", false, applied -> {}))
                    .extracting(Manifests.Applied::failure)
                    .containsOnly(Optional.empty());
        } finally {
            namespace.api().delete("/api/v1/namespaces/" + name);
        }
    }

    @Test
    void fields_of_others_are_taken_over_on_purpose_only() {
        Target web = fixtures.deployment("web", 1);
        String yaml = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {replicas: 4}
                """;
        assertThat(manifests.plan(cluster, yaml, namespace.name(), false))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure().reason()).isEqualTo("owner"));
        assertThat(manifests.plan(cluster, yaml, namespace.name(), true))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Changes.class,
                        changes -> assertThat(changes.diff()).contains("-  replicas: 1\n+  replicas: 4\n"));
        assertThat(manifests.apply(cluster, yaml, namespace.name(), true, applied -> {}))
                .singleElement()
                .satisfies(applied -> assertThat(applied.target().uid()).isEqualTo(web.uid()));
        assertThat(got(workloads.state(web)).replicas()).isEqualTo(4);
    }

    @Test
    void what_is_shown_can_be_applied_again() {
        Target web = fixtures.deployment("web", 1);
        String yaml = got(manifests.yaml(web));
        assertThat(yaml).contains("kind: Deployment").doesNotContain("managedFields");
        assertThat(manifests.problem(yaml)).isEmpty();
        assertThat(manifests.plan(cluster, yaml, "default", false))
                .singleElement()
                .isInstanceOf(ManifestPlan.Same.class);
        String other = yaml.replace(String.valueOf(web.uid()), "another");
        assertThat(manifests.plan(cluster, other, "default", false))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure().reason()).isEqualTo("replaced"));
    }

    @Test
    void the_values_of_secrets_are_seen_by_those_who_ask_and_are_written_down() {
        Target login = fixtures.create(
                "secrets",
                "login",
                "{'metadata':{'name':'NAME'},'data':{'password':'aHVudGVyMg==','user':'bGlsZWk='}}");
        String masked = got(manifests.yaml(login));
        assertThat(masked).contains("password: " + KubeObject.MASK).doesNotContain("aHVudGVyMg");
        assertThat(manifests.problem(masked)).isPresent();
        assertThatThrownBy(() -> manifests.apply(cluster, masked, namespace.name(), true, applied -> {}))
                .isInstanceOf(InvalidInput.class);

        String revealed = got(manifests.yamlWithValues(login));
        assertThat(revealed).contains("password: aHVudGVyMg==");
        assertThat(audited(cluster).getFirst().action()).isEqualTo("workload.reveal");
        assertThat(audited(cluster).getFirst().target()).isEqualTo(login.path());
        assertThat(manifests.plan(cluster, revealed, "default", false))
                .singleElement()
                .isInstanceOf(ManifestPlan.Same.class);
        assertThat(manifests.plan(cluster, revealed.replace("aHVudGVyMg==", "aHVudGVyMw=="), "default", true))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Changes.class,
                        changes -> assertThat(changes.diff())
                                .contains("-  password: " + KubeObject.MASK, "+  password: " + SecretChanges.CHANGED)
                                .doesNotContain("aHVudGVyM", "-  user"));

        assertThatThrownBy(() -> manifests.yamlWithValues(target("configmaps", "x")))
                .isInstanceOf(InvalidInput.class);
        actAs("hanmeimei", Role.VIEWER);
        assertThat(got(manifests.yaml(login))).doesNotContain("aHVudGVyMg");
        assertThatThrownBy(() -> manifests.yamlWithValues(login)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_cluster_that_is_gone_refuses_all() {
        String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
        assertThat(manifests.plan(new ClusterId(987_654), yaml, "default", false))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(ClusterFailure.because(FailureCode.NOT_FOUND, "cluster")));
        assertThatThrownBy(() -> manifests.plan(cluster, yaml, "", false)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void one_change_to_many_objects_has_a_result_for_each() {
        Target a = fixtures.deployment("a", 1);
        Target b = fixtures.deployment("b", 3);
        Target settings = fixtures.configMap("settings", "x", "y");
        Target absent = target("deployments", "absent");
        Change change = new Change.Scale(3);
        List<Step> steps = bulk.preview(List.of(a, b, settings, absent), change);
        assertThat(steps)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(Step.Changes.class, changes -> {
                            assertThat(changes.seen()).isEqualTo(1);
                            assertThat(changes.what().key()).isEqualTo("workload.bulk.scale");
                        }),
                        second -> assertThat(second).isInstanceOf(Step.Skipped.class),
                        third -> assertThat(third).isInstanceOf(Step.Skipped.class),
                        fourth -> assertThat(fourth).isInstanceOf(Step.Failed.class));

        List<Step.Changes> wanted =
                List.of((Step.Changes) steps.getFirst(), new Step.Changes(b, 1, Text.of("workload.bulk.scale", 1, 3)));
        List<Result> told = Collections.synchronizedList(new ArrayList<>());
        List<Result> results = bulk.run(wanted, change, told::add);
        assertThat(results).extracting(Result::target).containsExactly(a, b);
        assertThat(results.getFirst().failure()).isEmpty();
        assertThat(results.getLast().failure().orElseThrow().reason()).isEqualTo("value");
        assertThat(told).containsExactlyInAnyOrderElementsOf(results);
        assertThat(got(workloads.state(a)).replicas()).isEqualTo(3);
        assertThat(audited(cluster).subList(0, 2)).extracting(AuditEntry::actor).containsOnly("lilei");
    }

    @Test
    void restarts_and_deletes_many() {
        Target a = fixtures.deployment("a", 0);
        Target b = fixtures.deployment("b", 0);
        got(workloads.pause(b, true));
        List<Step> restarts = bulk.preview(List.of(a, b), new Change.Restart());
        assertThat(restarts.getFirst()).isInstanceOf(Step.Changes.class);
        assertThat(restarts.getLast()).isInstanceOf(Step.Skipped.class);
        assertThat(bulk.run(List.of((Step.Changes) restarts.getFirst()), new Change.Restart(), result -> {}))
                .extracting(Result::failure)
                .containsExactly(Optional.empty());

        Change delete = new Change.Delete(Deletion.NORMAL);
        List<Step.Changes> deletions = bulk.preview(List.of(a, b), delete).stream()
                .map(Step.Changes.class::cast)
                .toList();
        bulk.run(deletions, delete, result -> {});
        assertThat(failure(workloads.state(a)).code()).isEqualTo(FailureCode.NOT_FOUND);
        Change force = new Change.Delete(new Deletion(Propagation.BACKGROUND, true));
        assertThat(bulk.preview(List.of(a), force)).singleElement().isInstanceOf(Step.Skipped.class);
        assertThatThrownBy(() -> bulk.preview(Collections.nCopies(501, a), delete))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bulk.preview(List.of(a), new Change.Scale(-1))).isInstanceOf(InvalidInput.class);
        actAs("hanmeimei", Role.VIEWER);
        assertThatThrownBy(() -> bulk.run(deletions, delete, result -> {})).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_the_credential_may_not_do_shows_before_anything_happens() {
        ClusterId viewed = registered("viewed", real, real.viewerToken(), Environment.TESTING);
        List<Target> targets = List.of(new Target(viewed, "deployments", "default", "web", null));
        assertThat(bulk.preview(targets, new Change.Restart()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(Text.of("operation.denied", "patch", "deployments.apps")));
    }

    @Test
    void of_a_cluster_that_is_gone_nothing_is_changed_and_the_others_are_looked_at() {
        Target a = fixtures.deployment("a", 1);
        Target lost = new Target(new ClusterId(987_654), "deployments", "default", "web", null);
        assertThat(bulk.preview(List.of(lost, a), new Change.Scale(2)))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Step.Failed.class),
                        second -> assertThat(second).isInstanceOf(Step.Changes.class));
    }

    private Target target(String kind, String name) {
        return new Target(cluster, kind, namespace.name(), name, null);
    }

    private String path(String object) {
        return namespace.name() + "/" + object;
    }
}
