package io.ansflow.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.jobs.Leases.Lease;
import io.ansflow.jobs.Leases.LeaseLost;
import io.ansflow.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What leases promise, on every database. */
abstract class LeasesContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final DataSource database = database();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final Leases leases = new Leases(JdbcClient.create(database), clock, transactions);

    abstract DataSource database();

    @BeforeEach
    void start_without_leases() {
        JdbcClient.create(database).sql("delete from lease").update();
    }

    @Test
    void a_lease_is_held_by_one_at_a_time() {
        assertThat(acquire("check/1")).isPresent();
        assertThat(acquire("check/1")).isEmpty();
        assertThat(acquire("check/2")).isPresent();
    }

    @Test
    void a_released_lease_can_be_taken_and_its_number_grows() {
        Lease first = acquire("check/1").orElseThrow();
        leases.release(first);
        assertThat(acquire("check/1").orElseThrow().fence()).isGreaterThan(first.fence());
    }

    @Test
    void an_interrupted_thread_gives_its_lease_back_and_stays_interrupted() throws Exception {
        Lease lease = acquire("check/1").orElseThrow();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread.ofVirtual()
                .start(() -> {
                    Thread.currentThread().interrupt();
                    leases.release(lease);
                    interrupted.set(Thread.currentThread().isInterrupted());
                })
                .join();
        assertThat(interrupted).isTrue();
        assertThat(acquire("check/1")).isPresent();
    }

    @Test
    void an_expired_lease_is_taken_over_and_its_old_holder_cannot_write() {
        Lease old = acquire("check/1").orElseThrow();
        clock.pass(MINUTE);
        Lease next = acquire("check/1").orElseThrow();
        assertThatThrownBy(() -> confirm(old)).isInstanceOf(LeaseLost.class);
        confirm(next);
    }

    @Test
    void the_old_holder_does_not_release_what_another_one_holds() {
        Lease old = acquire("check/1").orElseThrow();
        clock.pass(MINUTE);
        assertThat(acquire("check/1")).isPresent();
        leases.release(old);
        assertThat(acquire("check/1")).isEmpty();
    }

    @Test
    void a_renewed_lease_lasts_longer() {
        Lease lease = acquire("check/1").orElseThrow();
        clock.pass(Duration.ofSeconds(50));
        assertThat(leases.renew(lease, MINUTE)).isTrue();
        clock.pass(Duration.ofSeconds(50));
        assertThat(acquire("check/1")).isEmpty();
    }

    @Test
    void a_forgotten_lease_cannot_be_confirmed() {
        Lease lease = acquire("check/1").orElseThrow();
        leases.forget("check/1");
        assertThatThrownBy(() -> confirm(lease)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void of_many_who_reach_for_it_at_once_one_gets_it() throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Optional<Lease>> reach = () -> {
            start.await();
            return acquire("check/1");
        };
        List<Lease> got = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (var result : executor.invokeAll(java.util.Collections.nCopies(threads, reach))) {
                result.get().ifPresent(got::add);
            }
        }
        assertThat(got).hasSize(1);
    }

    private Optional<Lease> acquire(String name) {
        Optional<Lease> lease = transaction.execute(status -> leases.acquire(name, MINUTE));
        return lease == null ? Optional.empty() : lease;
    }

    @Test
    void many_who_reach_for_new_ones_at_once_do_not_get_in_each_others_way() throws Exception {
        int threads = 8;
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int number = 0; number < 40 * threads; number++) {
            String name = "check/" + number;
            attempts.add(() -> acquire(name).isPresent());
        }
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (var attempt : executor.invokeAll(attempts)) {
                assertThat(attempt.get()).isTrue();
            }
        }
    }

    private void confirm(Lease lease) {
        transaction.executeWithoutResult(status -> leases.confirm(lease));
    }
}
