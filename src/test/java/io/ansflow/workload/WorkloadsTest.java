package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ResourceChanged;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

/** What the workload services promise, against a real cluster. */
@Needs(Needs.Part.CLUSTER)
@RecordApplicationEvents
class WorkloadsTest extends RealClusterTest {
    @Autowired
    Workloads workloads;

    @Autowired
    ApplicationEvents events;

    private Fixtures fixtures;

    @BeforeEach
    void prepare_fixtures() {
        fixtures = new Fixtures(namespace, cluster);
    }

    @Test
    void says_what_a_workload_is_like() {
        WorkloadState state = got(workloads.state(fixtures.deployment("web", 2)));
        assertThat(state.replicas()).isEqualTo(2);
        assertThat(state.images()).containsExactly("web:1");
        assertThat(state.selector()).isEqualTo("app=web,tier in (a,b),!gone");
        assertThat(state.paused()).isFalse();
        assertThat(state.target().uid()).isNotEmpty();
    }

    @Test
    void scales_up_and_to_nothing() {
        Target web = fixtures.deployment("web", 0);
        got(workloads.scale(web, 0, 3));
        eventually().untilAsserted(() -> assertThat(fixtures.pods()).hasSize(3));
        AuditEntry entry = audited(cluster).getFirst();
        assertThat(entry.action()).isEqualTo("workload.scale");
        assertThat(entry.target()).isEqualTo(web.path());
        assertThat(entry.details()).isEqualTo("replicas 0 → 3");
        assertThat(entry.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(events.stream(ResourceChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.kind()).isEqualTo("deployments");
            assertThat(changed.object())
                    .isNotNull()
                    .satisfies(object ->
                            assertThat(object.number(-1, "spec", "replicas")).isEqualTo(3));
        });
        got(workloads.scale(web, 3, 0));
        eventually().untilAsserted(() -> assertThat(fixtures.pods()).isEmpty());
    }

    @Test
    void scales_only_what_nobody_scaled_meanwhile() {
        Target web = fixtures.deployment("web", 1);
        got(workloads.scale(web, 1, 2));
        assertThat(failure(workloads.scale(web, 1, 5)))
                .isEqualTo(ClusterFailure.because(FailureCode.CONFLICT, "value", web.path(), "1", "2"));
        assertThat(audited(cluster).getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(got(workloads.state(web)).replicas()).isEqualTo(2);
        assertThatThrownBy(() -> workloads.scale(web, 2, -1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void does_nothing_to_an_object_that_was_made_anew() {
        Target web = fixtures.deployment("web", 1);
        Target former = new Target(cluster, "deployments", namespace.name(), "web", "4711");
        long generation = fixtures.get(web).at("/metadata/generation").asLong();
        assertThat(List.of(
                        failure(workloads.scale(former, 1, 2)),
                        failure(workloads.restart(former)),
                        failure(workloads.pause(former, true)),
                        failure(workloads.rollBack(former, 1)),
                        failure(workloads.delete(former, Deletion.NORMAL)),
                        failure(workloads.state(former))))
                .containsOnly(ClusterFailure.because(FailureCode.CONFLICT, "replaced", web.path()));
        assertThat(fixtures.get(web).at("/metadata/generation").asLong()).isEqualTo(generation);
    }

    @Test
    void restarts_by_a_new_template() {
        Target web = fixtures.deployment("web", 1);
        got(workloads.restart(web));
        assertThat(fixtures.get(web).at("/spec/template/metadata/annotations").propertyNames())
                .containsExactly("kubectl.kubernetes.io/restartedAt");
        eventually().untilAsserted(() -> assertThat(got(workloads.history(web))).hasSize(2));
        assertThatThrownBy(() -> workloads.restart(new Target(cluster, "configmaps", namespace.name(), "x", null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_paused_deployment_is_neither_restarted_nor_rolled_back() {
        Target web = fixtures.deployment("web", 1);
        got(workloads.pause(web, true));
        assertThat(got(workloads.state(web)).paused()).isTrue();
        ClusterFailure paused = ClusterFailure.because(FailureCode.REFUSED, "paused", web.path());
        assertThat(failure(workloads.restart(web))).isEqualTo(paused);
        assertThat(failure(workloads.rollBack(web, 1))).isEqualTo(paused);
        got(workloads.pause(web, false));
        assertThat(got(workloads.state(web)).paused()).isFalse();
        assertThat(audited(cluster).getFirst().action()).isEqualTo("workload.resume");
    }

    @Test
    void rolls_back_to_all_of_an_earlier_revision() {
        Target web = fixtures.deployment("web", 1);
        eventually().untilAsserted(() -> assertThat(got(workloads.history(web))).hasSize(1));
        fixtures.patch(
                web,
                "{'metadata':{'annotations':{'kubernetes.io/change-cause':'second'}},'spec':{'template':{'metadata':"
                        + "{'annotations':{'later':'yes'}},'spec':{'containers':[{'name':'c','image':'web:2'}]}}}}");
        eventually().untilAsserted(() -> {
            List<Revision> history = got(workloads.history(web));
            assertThat(history).extracting(Revision::number).containsExactly(2L, 1L);
            assertThat(history).extracting(Revision::current).containsExactly(true, false);
            assertThat(history.getFirst().images()).containsExactly("web:2");
            assertThat(history.getFirst().cause()).isEqualTo("second");
        });

        got(workloads.rollBack(web, 1));
        JsonNode template = fixtures.get(web).at("/spec/template");
        assertThat(template.at("/spec/containers/0/image").asString()).isEqualTo("web:1");
        assertThat(template.at("/metadata").has("annotations")).isFalse();
        assertThat(template.at("/metadata/labels").propertyNames()).containsExactlyInAnyOrder("app", "tier");
        eventually().untilAsserted(() -> {
            List<Revision> history = got(workloads.history(web));
            assertThat(history).extracting(Revision::number).containsExactly(3L, 2L);
            assertThat(history.getFirst().current()).isTrue();
            assertThat(history.getFirst().images()).containsExactly("web:1");
            assertThat(history.getFirst().cause()).isEmpty();
        });
        assertThat(failure(workloads.rollBack(web, 77)))
                .isEqualTo(ClusterFailure.because(FailureCode.NOT_FOUND, "revision", web.path(), "77"));
    }

    @Test
    void suspends_a_cron_job_and_runs_it_out_of_its_turn() {
        Target backup = fixtures.cronJob("backup");
        got(workloads.suspend(backup, true));
        assertThat(got(workloads.state(backup)).suspended()).isTrue();
        Target job = got(workloads.runNow(backup));
        assertThat(job.kind()).isEqualTo("jobs");
        JsonNode created = fixtures.get(job);
        assertThat(created.at("/metadata/uid").asString()).isEqualTo(job.uid());
        assertThat(created.at("/metadata/annotations/cronjob.kubernetes.io~1instantiate")
                        .asString())
                .isEqualTo("manual");
        assertThat(created.at("/metadata/labels/from").asString()).isEqualTo("template");
        assertThat(created.at("/metadata/ownerReferences/0/uid").asString()).isEqualTo(backup.uid());
        assertThat(created.at("/spec/template/spec/containers/0/image").asString())
                .isEqualTo("backup:1");
        assertThat(audited(cluster).getFirst().details()).isEqualTo("cronjobs/backup");
        got(workloads.suspend(backup, false));
        assertThat(got(workloads.state(backup)).suspended()).isFalse();
    }

    @Test
    void a_job_of_the_longest_name_can_be_run_too() {
        Target backup = fixtures.cronJob("b".repeat(52));
        assertThat(got(workloads.runNow(backup)).name()).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void cordons_a_node() {
        Target node = fixtures.node(namespace.name());
        try {
            got(workloads.cordon(node, true));
            assertThat(got(workloads.state(node)).unschedulable()).isTrue();
            got(workloads.cordon(node, false));
            assertThat(got(workloads.state(node)).unschedulable()).isFalse();
        } finally {
            fixtures.delete(node);
        }
    }

    @Test
    void deletes_with_or_without_what_it_owns() {
        Target web = fixtures.deployment("web", 0);
        eventually().untilAsserted(() -> assertThat(got(workloads.history(web))).hasSize(1));
        assertThat(got(workloads.delete(web, new Deletion(Propagation.BACKGROUND, false))))
                .isTrue();
        assertThat(events.stream(ResourceChanged.class).toList().getLast().gone())
                .isTrue();
        assertThat(failure(workloads.delete(web, Deletion.NORMAL)))
                .isEqualTo(ClusterFailure.of(FailureCode.NOT_FOUND, web.path()));
    }

    @Test
    void deletes_a_pod_by_force() {
        Target pod = fixtures.pod("p");
        assertThat(got(workloads.delete(pod, new Deletion(Propagation.BACKGROUND, true))))
                .isTrue();
        assertThat(audited(cluster).getFirst().details()).isEqualTo("BACKGROUND, force");
    }

    @Test
    void refuses_what_makes_no_sense() {
        Target web = target("deployments", "web");
        assertThatThrownBy(() -> workloads.delete(web, new Deletion(Propagation.BACKGROUND, true)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> workloads.delete(new Target(cluster, "namespaces", "", "x", null), Deletion.NORMAL))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> workloads.cordon(web, true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> workloads.runNow(web)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_viewer_only_looks() {
        Target web = fixtures.deployment("web", 1);
        actAs("hanmeimei", Role.VIEWER);
        assertThat(got(workloads.state(web)).replicas()).isEqualTo(1);
        assertThat(got(workloads.history(web))).isNotNull();
        assertThatThrownBy(() -> workloads.scale(web, 1, 2)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> workloads.delete(web, Deletion.NORMAL)).isInstanceOf(AccessDeniedException.class);
        actAs("lilei", Role.OPERATOR);
        assertThat(got(workloads.scale(web, 1, 2)).uid()).isEqualTo(web.uid());
    }

    private Target target(String kind, String name) {
        return new Target(cluster, kind, namespace.name(), name, null);
    }
}
