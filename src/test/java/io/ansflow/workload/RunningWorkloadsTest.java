package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.workload.RolloutStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What is said of workloads while they run, against a real cluster. It has no nodes: pods are what a test says. */
@Needs(Needs.Part.CLUSTER)
class RunningWorkloadsTest extends RealClusterTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Workloads workloads;

    @Autowired
    Rollouts rollouts;

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

    private Fixtures fixtures;

    @BeforeEach
    void prepare_fixtures() {
        fixtures = new Fixtures(namespace, cluster);
    }

    @Test
    void a_rollout_is_followed_to_its_end() {
        Target web = fixtures.deployment("web", 1);
        List<RolloutStatus> told = new ArrayList<>();
        RolloutStatus end = got(rollouts.follow(web, LONG, status -> {
            told.add(status);
            fixtures.pods().forEach(this::makeReady);
        }));
        assertThat(end).isEqualTo(new RolloutStatus(State.COMPLETE, 1, 1, 1, 1, 0, List.of()));
        assertThat(told.getFirst().state()).isEqualTo(State.PROGRESSING);
        assertThat(told.getLast()).isEqualTo(end);
    }

    @Test
    void says_that_a_quota_keeps_a_rollout() {
        fixtures.create("resourcequotas", "q", "{'metadata':{'name':'NAME'},'spec':{'hard':{'pods':'0'}}}");
        Target web = fixtures.deployment("web", 1);
        RolloutStatus end = got(rollouts.follow(web, Duration.ofSeconds(6), status -> {}));
        assertThat(end.state()).isEqualTo(State.TIMED_OUT);
        assertThat(end.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.key()).isEqualTo("workload.obstacle.creation");
            assertThat(obstacle.arguments().toString()).contains("exceeded quota: q");
        });
    }

    @Test
    void says_which_container_cannot_start() {
        Target web = fixtures.deployment("web", 1);
        RolloutStatus end = got(rollouts.follow(
                web,
                Duration.ofSeconds(6),
                status -> fixtures.pods()
                        .forEach(pod -> fixtures.patchStatus(
                                target("pods", pod),
                                "{'status':{'containerStatuses':[{'name':'c','image':'web:1','imageID':'','ready':false,"
                                        + "'restartCount':0,'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}}"))));
        assertThat(end.obstacles())
                .containsExactly(Text.of("workload.obstacle.waiting", 1, "c", "ImagePullBackOff", "web:1"));
    }

    @Test
    void a_rollout_ends_with_its_workload() {
        Target web = fixtures.deployment("web", 1);
        assertThat(got(rollouts.follow(target("deployments", "web", "4711"), Duration.ZERO, status -> {}))
                        .state())
                .isEqualTo(State.GONE);
        got(workloads.pause(web, true));
        fixtures.patch(web, "{'spec':{'template':{'metadata':{'labels':{'tier':'b'}}}}}");
        assertThat(got(rollouts.follow(web, LONG, status -> {})).state()).isEqualTo(State.PAUSED);
        got(workloads.delete(web, Deletion.NORMAL));
        assertThat(got(rollouts.follow(web, LONG, status -> {})).state()).isEqualTo(State.GONE);
        assertThatThrownBy(() -> rollouts.follow(target("pods", "web"), LONG, status -> {}))
                .isInstanceOf(InvalidInput.class);
    }

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
    void saves_an_autoscaler_and_leaves_its_other_metrics_alone() {
        Target web = fixtures.deployment("web", 1);
        assertThat(got(autoscalers.of(web))).isEmpty();
        var wanted = new Autoscaler("web", 2, 5, 70, null, null, 0);
        assertThat(got(autoscalers.save(web, wanted, false)).cpuPercent()).isEqualTo(70);
        fixtures.patch(
                target("horizontalpodautoscalers", "web"),
                "{'spec':{'metrics':[{'type':'Pods','pods':{'metric':{'name':'hits'},'target':{'type':'AverageValue',"
                        + "'averageValue':'10'}}},{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization',"
                        + "'averageUtilization':70}}}]}}");
        Autoscaler found = got(autoscalers.of(web)).orElseThrow();
        assertThat(found).isEqualTo(new Autoscaler("web", 2, 5, 70, null, 0, 1));

        var changed = new Autoscaler("web", 2, 9, null, 80, null, 1);
        assertThat(failure(autoscalers.save(web, changed, false)).reason()).isEqualTo("owner");
        assertThat(got(autoscalers.save(web, changed, true))).isEqualTo(new Autoscaler("web", 2, 9, null, 80, 0, 1));
        assertThat(audited(cluster).getFirst().details()).isEqualTo("deployments/web 2–9, memory 80%");
    }

    @Test
    void an_autoscaler_makes_sense_or_is_refused() {
        Target web = target("deployments", "web");
        Map<String, Autoscaler> refused = Map.of(
                "min", new Autoscaler("web", 0, 5, 70, null, null, 0),
                "max", new Autoscaler("web", 3, 2, 70, null, null, 0),
                "memoryPercent", new Autoscaler("web", 1, 2, 70, 0, null, 0),
                "cpuPercent", new Autoscaler("web", 1, 2, null, null, null, 0));
        refused.forEach((field, autoscaler) -> assertThatThrownBy(() -> autoscalers.save(web, autoscaler, false))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field)));
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

    private void makeReady(String pod) {
        fixtures.patchStatus(
                target("pods", pod), "{'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}}");
    }

    private void event(String message, @Nullable String uid, String fields) {
        fixtures.create(
                "events",
                message,
                "{'metadata':{'name':'NAME'},'involvedObject':{'apiVersion':'apps/v1','kind':'Deployment','namespace':'"
                        + namespace.name() + "','name':'web','uid':'" + uid
                        + "'},'type':'Warning','reason':'Test','message':'NAME'," + fields + "}");
    }

    private Target target(String kind, String name) {
        return new Target(cluster, kind, namespace.name(), name, null);
    }

    private Target target(String kind, String name, String uid) {
        return new Target(cluster, kind, namespace.name(), name, uid);
    }
}
