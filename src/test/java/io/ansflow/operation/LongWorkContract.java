package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ansflow.base.StoredTimes;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.Paging;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What long work promises, on every database. JobRunr does not run: the test calls its handler. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false", "ansflow.sync.scheduled=false"})
@Import(LongWorkContract.Fakes.class)
@RecordApplicationEvents
@WithMockUser(
        username = "lilei",
        roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
abstract class LongWorkContract {
    private static final Text TITLE = Text.of("operation.denied", "scale", 3);
    private static final ClusterFailure REFUSED = ClusterFailure.of(FailureCode.REFUSED, "web", "quota");

    @TempDir
    static Path data;

    @Autowired
    LongWork work;

    @Autowired
    Operations operations;

    @Autowired
    RunOperation.Handler handler;

    @Autowired
    DueOperations due;

    @Autowired
    ScriptedKind kind;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    StorageProvider jobs;

    @Autowired
    ApplicationEvents events;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("ansflow.data", data::toString);
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        ScriptedKind scriptedKind() {
            return new ScriptedKind();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @BeforeEach
    void start_anew() {
        kind.reset();
        database.sql("delete from operation").update();
        database.sql("delete from app_user where name in ('lilei', 'hanmeimei')")
                .update();
        account("lilei");
    }

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

    private OperationId start(String... names) {
        return work.start(kind, TITLE, "", ScriptedKind.steps(names));
    }

    private void run(OperationId id) throws InterruptedException {
        handler.run(RunOperation.of(id));
    }

    private Operation found(OperationId id) {
        return operations.find(id).orElseThrow();
    }

    private void account(String name) {
        database.sql("insert into app_user (name, password_hash, role, password_change_required, created_at)"
                        + " values (?, '', 'OPERATOR', false, ?)")
                .param(name)
                .param(StoredTimes.of(clock.instant()))
                .update();
    }

    private static void hold(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }
}
