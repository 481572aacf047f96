package io.ansflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.audit.AuditLog.Action;
import io.ansflow.audit.AuditLog.Subject;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.base.Text;
import io.ansflow.security.CurrentUser;
import io.ansflow.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit log promises, on every database. */
abstract class AuditLogContract {
    private static final Subject CLUSTER = new Subject(new ClusterId(7), "生产");

    private final TestClock clock = new TestClock();
    private final JdbcClient database = JdbcClient.create(database());
    private final AuditLog log = new AuditLog(database, new Durable(database()), new CurrentUser(), clock);

    abstract DataSource database();

    @BeforeEach
    void log_in() {
        database.sql("delete from audit_entry").update();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("lilei", null, "ROLE_OPERATOR"));
    }

    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_action_is_on_record_before_it_is_taken_and_its_outcome_after_it() {
        var before = clock.instant();
        String result = log.recording(action("deployments/shop/web", "replicas 2 → 5"), () -> {
            assertThat(newest().outcome()).isEqualTo(Outcome.STARTED);
            assertThat(newest().endedAt()).isNull();
            clock.pass(Duration.ofSeconds(3));
            return "done";
        });
        assertThat(result).isEqualTo("done");
        AuditEntry entry = newest();
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        entry.id(),
                        before,
                        before.plusSeconds(3),
                        "lilei",
                        "workload.scale",
                        7L,
                        "生产",
                        "deployments/shop/web",
                        "replicas 2 → 5",
                        Outcome.SUCCEEDED,
                        null));
    }

    @Test
    void a_failure_is_on_record_with_its_reason_and_goes_on() {
        assertThatThrownBy(() -> log.recording(action("pods/shop/web-1", ""), () -> {
                    throw new IllegalStateException("the cluster said no");
                }))
                .hasMessage("the cluster said no");
        assertThat(newest().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(newest().why()).isEqualTo(Text.of("audit.message", "the cluster said no"));
    }

    @Test
    void a_failure_that_is_a_value_is_on_record_in_every_language() {
        Text why = Text.of("failure.NOT_FOUND.message", "shop/deployments/web");
        String result = log.recording(action("deployments/shop/web", ""), () -> "no", answer -> Optional.of(why));
        assertThat(result).isEqualTo("no");
        assertThat(newest().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(newest().why()).isEqualTo(why);
    }

    @Test
    void what_was_interrupted_may_have_happened() {
        assertThatThrownBy(() -> log.recording(action("pods/shop/web-1", ""), () -> {
                    throw new CancellationException("interrupted");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(newest().outcome()).isEqualTo(Outcome.STARTED);
        assertThat(newest().endedAt()).isNull();
    }

    @Test
    void nothing_is_done_in_a_transaction_that_could_take_the_record_with_it() {
        AtomicBoolean done = new AtomicBoolean();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database()));

        assertThatThrownBy(() -> transaction.execute(
                        status -> log.recording(action("pods/shop/web-1", ""), () -> done.getAndSet(true))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(done).isFalse();
    }

    @Test
    void an_outcome_is_given_once() {
        long entry = log.begin(action("pods/shop/web-1", ""));
        log.failed(entry, Text.of("audit.message", "no"));
        log.succeeded(entry);
        assertThat(newest().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void is_read_newest_first_by_cluster_and_page() {
        for (int i = 0; i < 5; i++) {
            log.begin(action("pods/shop/web-" + i, ""));
            log.begin(new Action("user.add", null, "hanmeimei", ""));
        }
        List<AuditEntry> page = log.read(AuditQuery.of(new ClusterId(7)), Long.MAX_VALUE, 3);
        assertThat(page)
                .extracting(AuditEntry::target)
                .containsExactly("pods/shop/web-4", "pods/shop/web-3", "pods/shop/web-2");
        assertThat(log.read(AuditQuery.of(new ClusterId(7)), page.getLast().id(), 3))
                .extracting(AuditEntry::target)
                .containsExactly("pods/shop/web-1", "pods/shop/web-0");
        assertThat(log.read(AuditQuery.ALL, Long.MAX_VALUE, 100)).hasSize(10);
    }

    @Test
    void is_read_by_outcome_and_by_words() {
        long failed = log.begin(action("pods/shop/web-1", ""));
        log.failed(failed, Text.of("audit.message", "no"));
        log.begin(action("pods/Shop/api_1%", ""));
        log.succeeded(log.begin(new Action("user.add", null, "hanmeimei", "")));

        assertThat(targets(Set.of(Outcome.FAILED), "")).containsExactly("pods/shop/web-1");
        assertThat(targets(Set.of(Outcome.FAILED, Outcome.STARTED), ""))
                .containsExactly("pods/Shop/api_1%", "pods/shop/web-1");
        assertThat(targets(Set.of(), " SHOP ")).containsExactly("pods/Shop/api_1%", "pods/shop/web-1");
        assertThat(targets(Set.of(), "_1%")).containsExactly("pods/Shop/api_1%");
        assertThat(targets(Set.of(), "生产")).hasSize(2);
        assertThat(targets(Set.of(), "lilei")).hasSize(3);
    }

    @Test
    void what_is_too_long_is_cut_and_never_lost() {
        log.begin(action("x".repeat(600), "y".repeat(3000)));
        assertThat(newest().target()).hasSize(500).endsWith("…");
        assertThat(newest().details()).hasSize(2000).endsWith("…");
        long entry = log.begin(action("pods/shop/web-1", ""));
        log.failed(entry, Text.of("failure.INVALID.message", "\"".repeat(3000), "z".repeat(3000)));
        assertThat(newest().why()).isNotNull().satisfies(why -> {
            assertThat(why.key()).isEqualTo("failure.INVALID.message");
            assertThat(why.arguments())
                    .hasSize(2)
                    .allSatisfy(argument -> assertThat((String) argument).endsWith("…"));
        });
    }

    private List<String> targets(Set<Outcome> outcomes, String text) {
        return log.read(new AuditQuery(Optional.empty(), outcomes, text), Long.MAX_VALUE, 100).stream()
                .map(AuditEntry::target)
                .toList();
    }

    private AuditEntry newest() {
        return log.read(AuditQuery.ALL, Long.MAX_VALUE, 1).getFirst();
    }

    private static Action action(String target, String details) {
        return new Action("workload.scale", CLUSTER, target, details);
    }
}
