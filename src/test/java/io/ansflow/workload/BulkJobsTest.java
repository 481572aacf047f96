package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.OperationItem;
import io.ansflow.operation.OperationJob;
import io.ansflow.operation.OperationKind;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.operation.Operations;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.BulkChanges.Step.Changes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;

/** The same change to many objects as a job, against a real cluster. */
@Needs(Needs.Part.CLUSTER)
class BulkJobsTest extends RealClusterTest {
    private static final Change DELETE = new Change.Delete(Deletion.NORMAL);
    private static final String RESTARTED_AT = "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt";

    @Autowired
    BulkChanges bulk;

    @Autowired
    BulkOperation operation;

    @Autowired
    Operations operations;

    @Autowired
    Workloads workloads;

    @Autowired
    ApplicationContext application;

    private Fixtures fixtures;

    @BeforeEach
    void prepare_fixtures() {
        fixtures = new Fixtures(namespace, cluster);
    }

    @Test
    void every_object_has_a_result_that_stays() {
        Target a = fixtures.deployment("a", 1);
        Target b = fixtures.deployment("b", 1);
        List<Changes> steps = List.of(
                (Changes) bulk.preview(List.of(a), new Change.Scale(2)).getFirst(),
                new Changes(b, 7, Text.of("workload.bulk.scale", 7, 2)));

        List<OperationItem> items = run(steps, new Change.Scale(2));

        assertThat(items).extracting(OperationItem::target).containsExactly(a, b);
        assertThat(items).extracting(OperationItem::clusterName).containsOnly("one");
        assertThat(items)
                .extracting(OperationItem::what)
                .containsExactlyElementsOf(steps.stream().map(Changes::what).toList());
        assertThat(items).extracting(OperationItem::state).containsExactly(ItemState.DONE, ItemState.FAILED);
        assertThat(items.getLast().failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo("value");
            assertThat(failure.arguments()).endsWith("7", "1");
        });
        assertThat(got(workloads.state(a)).replicas()).isEqualTo(2);
        assertThat(audited(cluster).getFirst().actor()).isEqualTo("lilei");
    }

    @Test
    void restarts_and_deletes() {
        Target a = fixtures.deployment("a", 0);
        Changes step = new Changes(a, -1, Text.of("workload.bulk.restart"));
        assertThat(run(List.of(step), new Change.Restart()))
                .extracting(OperationItem::state)
                .containsExactly(ItemState.DONE);
        assertThat(fixtures.get(a).at(RESTARTED_AT).asString()).isNotEmpty();
        assertThat(run(List.of(step), DELETE)).extracting(OperationItem::state).containsExactly(ItemState.DONE);
        assertThat(failure(workloads.state(a)).code()).isEqualTo(FailureCode.NOT_FOUND);
    }

    @Test
    void a_restart_that_may_have_happened_does_not_happen_twice() {
        Target a = fixtures.deployment("a", 0);
        perform(new Change.Restart(), attempt(a, false, null));
        JsonNode restarted = fixtures.get(a);
        assertThat(perform(new Change.Restart(), attempt(a, true, null))).isEqualTo(Outcome.done());
        assertThat(fixtures.get(a).at("/metadata/generation")).isEqualTo(restarted.at("/metadata/generation"));
    }

    @Test
    void a_scaling_that_may_have_happened_counts_if_the_object_is_as_wanted() {
        Target a = fixtures.deployment("a", 5);
        var timeout = ClusterFailure.of(FailureCode.RESPONSE_TIMEOUT, "PUT", "30");
        assertThat(perform(new Change.Scale(5), attempt(a, false, timeout))).isEqualTo(Outcome.done());
        assertThat(perform(new Change.Scale(5), attempt(a, false, null))).isInstanceOf(Outcome.Failed.class);
        assertThat(perform(new Change.Scale(4), attempt(a, true, null))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_deletion_that_may_have_happened_counts_if_the_object_is_gone() {
        Target a = fixtures.configMap("a", "x", "y");
        fixtures.delete(a);
        assertThat(perform(DELETE, attempt(a, true, null))).isEqualTo(Outcome.done());
        assertThat(perform(DELETE, attempt(a, false, null))).isInstanceOf(Outcome.Failed.class);
        fixtures.configMap("a", "made", "anew");
        assertThat(perform(DELETE, attempt(a, true, null))).isEqualTo(Outcome.done());
        assertThat(fixtures.get(a).at("/data/made").asString()).isEqualTo("anew");
    }

    @Test
    void what_is_refused_is_refused_before_there_is_a_job() {
        Target a = fixtures.configMap("a", "x", "y");
        Changes step = new Changes(a, -1, Text.of("workload.bulk.delete"));
        assertThatThrownBy(() -> bulk.start(Collections.nCopies(501, step), DELETE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bulk.start(List.of(step), new Change.Scale(-1)))
                .isInstanceOf(InvalidInput.class);
        actAs("hanmeimei", Role.VIEWER);
        assertThatThrownBy(() -> bulk.start(List.of(step), DELETE)).isInstanceOf(AccessDeniedException.class);
    }

    private List<OperationItem> run(List<Changes> steps, Change change) {
        OperationId id = bulk.start(steps, change);
        OperationJob.run(application, id);
        return operations.items(id);
    }

    private Outcome perform(Change change, Attempt attempt) {
        return operation.perform(BulkOperation.request(change), attempt);
    }

    private static Attempt attempt(Target target, boolean interrupted, @Nullable ClusterFailure failure) {
        var step = new OperationKind.Step(target, Text.of("workload.bulk.restart"), "3");
        return new Attempt(step, Instant.parse("2026-01-01T00:00:00Z"), interrupted, failure, "");
    }
}
