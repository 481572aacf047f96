package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.StoredTimes;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.TestClock;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Long work on a database, at a time that stands still. JobRunr does not run: the test calls its handler. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false", "ansflow.sync.scheduled=false"})
@Import(LongWorkTest.Fakes.class)
@RecordApplicationEvents
@WithMockUser(
        username = "lilei",
        roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
abstract class LongWorkTest {
    static final Text TITLE = Text.of("operation.denied", "scale", 3);

    static final ClusterFailure REFUSED = ClusterFailure.of(FailureCode.REFUSED, "web", "quota");

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

    OperationId start(String... names) {
        return work.start(kind, TITLE, "", ScriptedKind.steps(names));
    }

    void run(OperationId id) throws InterruptedException {
        handler.run(RunOperation.of(id));
    }

    Operation found(OperationId id) {
        return operations.find(id).orElseThrow();
    }

    void account(String name) {
        database.sql("insert into app_user (name, password_hash, role, password_change_required, created_at)"
                        + " values (?, '', 'OPERATOR', false, ?)")
                .param(name)
                .param(StoredTimes.of(clock.instant()))
                .update();
    }

    static void hold(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }
}
