package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import java.util.List;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.Paging;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** What long work promises, on every database; with what it promises to those who take it up. */
abstract class LongWorkContract extends ForsakenWorkContract {
    @Test
    void does_every_step_in_the_name_of_who_asked_and_tells_of_it() throws Exception {
        OperationId id = start("web", "db");
        Operation waiting = found(id);
        assertThat(waiting.title()).isEqualTo(TITLE);
        assertThat(waiting.actor()).isEqualTo("lilei");
        assertThat(waiting.count(ItemState.WAITING)).isEqualTo(2);
        assertThat(waiting.ended()).isFalse();

        run(id);

        Operation ended = found(id);
        assertThat(ended.endedAt()).isEqualTo(clock.instant());
        assertThat(ended.count(ItemState.DONE)).isEqualTo(2);
        assertThat(operations.items(id))
                .satisfiesExactly(
                        item -> {
                            assertThat(item.target())
                                    .isEqualTo(
                                            ScriptedKind.steps("web").getFirst().target());
                            assertThat(item.what()).isEqualTo(Text.of("operation.denied", "web", 5));
                            assertThat(item.state()).isEqualTo(ItemState.DONE);
                            assertThat(item.failure()).isNull();
                            assertThat(item.endedAt()).isEqualTo(clock.instant());
                        },
                        item -> assertThat(item.target().name()).isEqualTo("db"));
        assertThat(kind.users()).containsExactly("lilei", "lilei");
        assertThat(kind.attempts("db").getFirst().step().input()).isEqualTo("input of db");
        assertThat(events.stream(OperationChanged.class)).contains(new OperationChanged(id));
    }

    @Test
    void its_job_holds_nothing_but_its_id() {
        OperationId id = start("web");
        assertThat(jobs.getJobList(StateName.ENQUEUED, Paging.AmountBasedList.ascOnUpdatedAt(1000)))
                .anySatisfy(job ->
                        assertThat(job.getJobDetails().getJobParameterValues()).containsExactly(RunOperation.of(id)));
    }

    @Test
    void what_fails_keeps_nothing_from_the_others() throws Exception {
        kind.when("web", attempt -> Outcome.failed(REFUSED));
        kind.when("db", attempt -> {
            throw new IllegalStateException("a mistake");
        });
        OperationId id = start("web", "db", "cache");

        run(id);

        assertThat(operations.items(id))
                .extracting(OperationItem::state)
                .containsExactly(ItemState.FAILED, ItemState.FAILED, ItemState.DONE);
        assertThat(operations.items(id).get(0).failure()).isEqualTo(REFUSED);
        assertThat(operations.items(id).get(1).failure())
                .isEqualTo(ClusterFailure.because(FailureCode.SERVER_ERROR, "internal", id.toString()));
    }

    @Test
    void what_failed_is_tried_again_with_what_is_known_of_the_last_try() throws Exception {
        kind.when("web", attempt -> new Outcome.Failed(REFUSED, "left over"));
        OperationId id = start("web", "db");
        run(id);
        kind.when("web", attempt -> Outcome.done());

        operations.retry(id);
        assertThat(found(id).ended()).isFalse();
        assertThat(operations.items(id).getFirst().failure()).isNull();
        run(id);

        assertThat(found(id).count(ItemState.DONE)).isEqualTo(2);
        assertThat(kind.attempts("db")).hasSize(1);
        Attempt second = kind.attempts("web").getLast();
        assertThat(second.failure()).isEqualTo(REFUSED);
        assertThat(second.memo()).isEqualTo("left over");
        assertThat(second.interrupted()).isFalse();
        assertThat(second.mayHaveHappened()).isFalse();
    }

    @Test
    void an_operation_without_failures_is_not_done_again() throws Exception {
        OperationId id = start("web");
        run(id);
        operations.retry(id);
        assertThat(found(id).ended()).isTrue();
    }

    @Test
    @WithMockUser(
            username = "hanmeimei",
            roles = {"OPERATOR", "VIEWER"})
    void whoever_tries_it_again_does_so_in_their_own_name() throws Exception {
        kind.when("web", attempt -> Outcome.failed(REFUSED));
        OperationId id = work.start(kind, TITLE, "", ScriptedKind.steps("web"));
        database.sql("update operation set actor = 'lilei'").update();
        run(id);
        account("hanmeimei");
        operations.retry(id);
        run(id);
        assertThat(kind.users()).containsExactly("lilei", "hanmeimei");
        assertThat(found(id).actor()).isEqualTo("hanmeimei");
    }

    @Test
    void who_may_not_any_longer_changes_nothing() throws Exception {
        OperationId id = start("web");
        database.sql("update app_user set role = 'VIEWER' where name = 'lilei'").update();
        run(id);
        assertThat(kind.attempts("web")).isEmpty();
        assertThat(operations.items(id).getFirst().failure())
                .isEqualTo(ClusterFailure.because(FailureCode.FORBIDDEN, "role", "lilei"));
    }

    @Test
    void a_stopped_operation_begins_nothing_more_and_can_go_on_later() throws Exception {
        OperationId id = start("web", "db");
        operations.stop(id);
        run(id);
        assertThat(found(id).ended()).isTrue();
        assertThat(found(id).count(ItemState.STOPPED)).isEqualTo(2);
        assertThat(kind.users()).isEmpty();
        operations.retry(id);
        run(id);
        assertThat(found(id).count(ItemState.DONE)).isEqualTo(2);
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        OperationId first = start("web");
        OperationId second = start("web");
        OperationId third = start("web");
        assertThat(operations.recent(Long.MAX_VALUE, 2))
                .extracting(Operation::id)
                .containsExactly(third, second);
        assertThat(operations.recent(second.value(), 2))
                .extracting(Operation::id)
                .containsExactly(first);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void a_viewer_looks_and_neither_stops_nor_retries() {
        OperationId id = work.start(kind, TITLE, "", ScriptedKind.steps("web"));
        assertThat(operations.find(id)).isPresent();
        assertThatThrownBy(() -> operations.stop(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> operations.retry(id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothing_to_do_is_no_operation() {
        List<OperationKind.Step> none = List.of();
        assertThatThrownBy(() -> work.start(kind, TITLE, "", none)).isInstanceOf(IllegalArgumentException.class);
    }
}
