package io.ansflow.workload;

import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.testing.Needs;
import io.ansflow.testing.TestNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** YAML planned and applied in a real cluster. */
@Needs(Needs.Part.CLUSTER)
class ManifestsTest extends RealWorkloadTest {
    @Autowired
    Manifests manifests;

    @Autowired
    Workloads workloads;

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

    private String path(String object) {
        return namespace.name() + "/" + object;
    }
}
