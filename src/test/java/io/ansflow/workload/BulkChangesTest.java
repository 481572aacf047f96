package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.BulkChanges.Result;
import io.ansflow.workload.BulkChanges.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The same change to many objects of a real cluster. */
@Needs(Needs.Part.CLUSTER)
class BulkChangesTest extends RealWorkloadTest {
    @Autowired
    BulkChanges bulk;

    @Autowired
    Workloads workloads;

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
}
