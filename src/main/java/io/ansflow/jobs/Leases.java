package io.ansflow.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leases with fencing numbers: jobs run at least once, and a process may sleep longer than its lease. Who works on
 * something takes its lease first, and confirms the lease in the transaction that writes; a later holder has a higher
 * number, so that what an earlier one still writes is refused. After Kleppmann, "How to do distributed locking" (2016).
 */
@Component
public class Leases {
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Leases(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The right to work on something.
     *
     * @param fence grows with every holder
     */
    public record Lease(String name, long fence) {}

    /** Somebody else has the lease by now; nothing may be written. */
    public static class LeaseLost extends RuntimeException {
        LeaseLost(Lease lease) {
            super("The lease " + lease.name() + " was taken over after number " + lease.fence());
        }
    }

    /**
     * Takes the lease, unless somebody has it.
     *
     * @param duration after which it can be taken by others even if it was not released
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Lease> acquire(String name, Duration duration) {
        Instant now = clock.instant();
        // Looked for first: to update what is not there locks a gap in InnoDB, in which others then cannot insert
        // theirs.
        boolean taken = exists(name) ? take(name, now, duration) == 1 : create(name, now, duration);
        if (!taken) {
            return Optional.empty();
        }
        long fence = database.sql("select fence from lease where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        return Optional.of(new Lease(name, fence));
    }

    /**
     * Confirms, in the caller's transaction, that the lease was not taken over, and keeps it from being taken over until
     * the transaction ends.
     *
     * @throws LeaseLost if it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Lease lease) {
        Optional<Long> fence = database.sql("select fence from lease where name = ? for update")
                .param(lease.name())
                .query(Long.class)
                .optional();
        if (fence.isEmpty() || fence.get() != lease.fence()) {
            throw new LeaseLost(lease);
        }
    }

    /** Prolongs the lease from now; false if it was lost. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean renew(Lease lease, Duration duration) {
        return expireAt(lease, clock.instant().plus(duration)) == 1;
    }

    /**
     * Gives the lease back, unless it was taken over. Also from an interrupted thread, which stays so: an interrupt closes
     * the socket a virtual thread waits at, and with it the connection to the database.
     */
    public void release(Lease lease) {
        boolean interrupted = Thread.interrupted();
        try {
            transaction.executeWithoutResult(_ -> expireAt(lease, clock.instant()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Forgets about something that is no more; who still holds the lease cannot confirm it any longer. */
    @Transactional
    public void forget(String name) {
        database.sql("delete from lease where name = ?").param(name).update();
    }

    private int take(String name, Instant now, Duration duration) {
        return database.sql("update lease set fence = fence + 1, expires_at = ? where name = ? and expires_at <= ?")
                .param(time(now.plus(duration)))
                .param(name)
                .param(time(now))
                .update();
    }

    private boolean exists(String name) {
        return database.sql("select count(*) from lease where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean create(String name, Instant now, Duration duration) {
        try {
            return database.sql("insert into lease (name, fence, expires_at) values (?, 1, ?)")
                            .param(name)
                            .param(time(now.plus(duration)))
                            .update()
                    == 1;
        } catch (DuplicateKeyException someoneWasFaster) {
            return false;
        }
    }

    private int expireAt(Lease lease, Instant end) {
        return database.sql("update lease set expires_at = ? where name = ? and fence = ?")
                .param(time(end))
                .param(lease.name())
                .param(lease.fence())
                .update();
    }

    /** Columns hold UTC, whatever the zone of this machine. */
    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
