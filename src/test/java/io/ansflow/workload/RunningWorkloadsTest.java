package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What is said of workloads while they run, against a real cluster. It has no nodes: pods are what a test says. */
@Needs(Needs.Part.CLUSTER)
class RunningWorkloadsTest extends RealWorkloadTest {
    @Autowired
    Workloads workloads;

    @Autowired
    Pods pods;

    @Autowired
    ObjectEvents events;

    @Autowired
    Autoscalers autoscalers;

    @Autowired
    ResourceUse use;

    @Autowired
    WorkloadActions actions;

    @Test
    void finds_the_pods_of_a_workload() {
        Target web = fixtures.deployment("web", 2);
        fixtures.pod("other");
        eventually().untilAsserted(() -> {
            Pods.Found found = got(pods.of(web));
            assertThat(found.complete()).isTrue();
            assertThat(found.pods())
                    .hasSize(2)
                    .allSatisfy(pod -> assertThat(pod.name()).startsWith("web-"));
        });
        assertThat(got(pods.of(fixtures.configMap("settings", "a", "b"))).pods())
                .isEmpty();
        assertThat(got(pods.find(target("pods", "other"))).status()).isEqualTo("Pending");
    }

    @Test
    void finds_the_pods_of_a_cron_job_through_its_jobs() {
        Target backup = fixtures.cronJob("backup");
        assertThat(got(pods.of(backup)).pods()).isEmpty();
        Target job = got(workloads.runNow(backup));
        fixtures.create(
                "pods",
                "run",
                "{'metadata':{'name':'NAME','labels':{'job-name':'" + job.name()
                        + "'}},'spec':{'containers':[{'name':'c','image':'i'}]}}");
        fixtures.pod("other");
        assertThat(got(pods.of(backup)).pods()).extracting(PodSummary::name).containsExactly("run");
    }

    @Test
    void finds_the_pods_of_a_node() {
        Target node = fixtures.node(namespace.name());
        try {
            fixtures.create(
                    "pods",
                    "here",
                    "{'metadata':{'name':'NAME'},'spec':{'nodeName':'" + node.name()
                            + "','containers':[{'name':'c','image':'i'}]}}");
            assertThat(got(pods.of(node)).pods()).extracting(PodSummary::name).containsExactly("here");
        } finally {
            fixtures.delete(node);
        }
    }

    @Test
    void events_of_an_object_are_told_newest_first() {
        Target web = fixtures.deployment("web", 0);
        event("older", web.uid(), "'lastTimestamp':'2026-01-01T10:00:00Z','count':3,'source':{'component':'kubelet'}");
        event(
                "newer",
                web.uid(),
                "'eventTime':'2026-01-01T11:00:00.000000Z','reportingComponent':'scheduler','reportingInstance':'s','action':'a'");
        event("other", "4711", "'lastTimestamp':'2026-01-01T12:00:00Z'");
        eventually()
                .untilAsserted(() -> assertThat(got(events.of(web)).stream()
                                .filter(event -> event.reason().equals("Test")))
                        .containsExactly(
                                new ObjectEvent(
                                        Instant.parse("2026-01-01T11:00:00Z"), true, "Test", "newer", "scheduler", 1),
                                new ObjectEvent(
                                        Instant.parse("2026-01-01T10:00:00Z"), true, "Test", "older", "kubelet", 3)));
    }

    @Test
    void the_use_of_a_cluster_without_metrics_is_not_known() {
        assertThat(got(use.nodes(cluster))).isEmpty();
        assertThat(got(use.pods(cluster, namespace.name()))).isEmpty();
    }

    @Test
    void says_what_the_role_and_the_credential_allow() {
        Target web = target("deployments", "web");
        assertThat(actions.permitted(web).values()).containsOnly(new Permission.Granted());
        assertThat(actions.permitted(web).keySet()).isEqualTo(actions.offered("deployments"));

        ClusterId viewed = registered("viewed", real, real.viewerToken(), Environment.TESTING);
        Target seen = new Target(viewed, "deployments", "default", "web", null);
        assertThat(actions.permitted(seen).get(WorkloadAction.SCALE))
                .isEqualTo(new Permission.Denied(Text.of("operation.denied", "update", "deployments/scale.apps")));
        assertThat(actions.permitted(seen).get(WorkloadAction.EVENTS)).isEqualTo(new Permission.Granted());

        actAs("hanmeimei", Role.VIEWER);
        Map<WorkloadAction, Permission> permitted = actions.permitted(web);
        assertThat(permitted.get(WorkloadAction.DELETE))
                .isEqualTo(new Permission.Denied(Text.of("workload.denied.role")));
        assertThat(permitted.get(WorkloadAction.EVENTS)).isEqualTo(new Permission.Granted());
        assertThatThrownBy(() -> autoscalers.save(web, new Autoscaler("web", 1, 2, 70, null, null, 0), false))
                .isInstanceOf(AccessDeniedException.class);

        Target unknown = new Target(new ClusterId(987_654), "pods", "default", "p", null);
        assertThat(actions.permitted(unknown).get(WorkloadAction.LOGS)).isEqualTo(new Permission.Unknown());
    }

    @Test
    void offers_what_makes_sense_for_a_kind() {
        assertThat(actions.offered("pods"))
                .isEqualTo(
                        Set.of(WorkloadAction.EDIT, WorkloadAction.DELETE, WorkloadAction.LOGS, WorkloadAction.EVENTS));
        assertThat(actions.offered("certificates.cert-manager.io"))
                .containsExactly(WorkloadAction.EDIT, WorkloadAction.DELETE, WorkloadAction.EVENTS);
        assertThat(actions.offered("namespaces")).doesNotContain(WorkloadAction.DELETE);
        assertThat(failure(pods.of(target("pods", "absent"))).code()).isEqualTo(FailureCode.NOT_FOUND);
    }

    private void event(String message, @Nullable String uid, String fields) {
        fixtures.create(
                "events",
                message,
                "{'metadata':{'name':'NAME'},'involvedObject':{'apiVersion':'apps/v1','kind':'Deployment','namespace':'"
                        + namespace.name() + "','name':'web','uid':'" + uid
                        + "'},'type':'Warning','reason':'Test','message':'NAME'," + fields + "}");
    }
}
