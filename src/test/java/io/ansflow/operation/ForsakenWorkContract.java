package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

/** What becomes of long work that whoever did it has left, and of what others do. */
abstract class ForsakenWorkContract extends LongWorkTest {
    @Test
    void another_process_goes_on_where_one_stopped_reporting_and_the_first_writes_nothing_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asleep = new CountDownLatch(1);
        kind.when("db", attempt -> {
            if (attempt.interrupted()) {
                return new Outcome.Done("by the second");
            }
            begun.countDown();
            hold(asleep);
            return Outcome.failed(REFUSED);
        });
        OperationId id = start("web", "db");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> {
                handler.run(RunOperation.of(id));
                return null;
            });
            hold(begun);
            await().pollInSameThread().until(() -> found(id).count(ItemState.DONE) == 1);
            assertThat(operations.items(id).getLast().state()).isEqualTo(ItemState.RUNNING);
            clock.pass(Duration.ofMinutes(2));

            run(id);
            assertThat(found(id).count(ItemState.DONE)).isEqualTo(2);
            asleep.countDown();
            first.get(30, TimeUnit.SECONDS);
        }
        assertThat(operations.items(id).getLast().state()).isEqualTo(ItemState.DONE);
        assertThat(kind.attempts("web")).hasSize(1);
        assertThat(kind.attempts("db")).extracting(Attempt::interrupted).containsExactly(false, true);
        assertThat(kind.attempts("db").getLast().mayHaveHappened()).isTrue();
    }

    @Test
    void an_interrupted_run_leaves_what_it_did_not_end() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        kind.when("web", attempt -> {
            begun.countDown();
            hold(new CountDownLatch(1));
            return Outcome.done();
        });
        OperationId id = start("web");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> run = threads.submit(() -> {
                handler.run(RunOperation.of(id));
                return null;
            });
            hold(begun);
            run.cancel(true);
        }
        assertThat(operations.items(id).getFirst().state()).isEqualTo(ItemState.RUNNING);
        kind.when("web", attempt -> Outcome.done());
        run(id);
        assertThat(found(id).count(ItemState.DONE)).isEqualTo(1);
    }

    @Test
    void what_nobody_works_on_is_given_a_new_job() {
        OperationId id = start("web");
        long before = jobs.countJobs(StateName.ENQUEUED);
        due.resume();
        assertThat(jobs.countJobs(StateName.ENQUEUED)).isEqualTo(before);
        clock.pass(Duration.ofMinutes(2));
        due.resume();
        due.resume();
        assertThat(jobs.countJobs(StateName.ENQUEUED)).isEqualTo(before + 1);
        assertThat(found(id).ended()).isFalse();
    }

    @Test
    void what_other_processes_do_is_news() {
        OperationId id = start("web");
        due.compare();
        events.clear();
        due.compare();
        assertThat(events.stream(OperationChanged.class)).isEmpty();
        database.sql("update operation set revision = revision + 1").update();
        due.compare();
        assertThat(events.stream(OperationChanged.class)).containsExactly(new OperationChanged(id));
    }

    @Test
    void is_forgotten_long_after_its_end() throws Exception {
        OperationId ended = start("web");
        run(ended);
        clock.pass(Duration.ofDays(31));
        OperationId open = start("web");
        due.forget();
        assertThat(operations.recent(Long.MAX_VALUE, 10))
                .extracting(Operation::id)
                .containsExactly(open);
        assertThat(operations.items(ended)).isEmpty();
    }
}
