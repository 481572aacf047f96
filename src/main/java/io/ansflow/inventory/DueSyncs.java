package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.SyncSchedule.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Enqueues the syncs that are due, and notices those that other processes made. When a sync is due stands in the
 * database, so nothing is lost with a process; a sync is claimed before it is enqueued, so several processes do not
 * enqueue it twice.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansflow.sync.scheduled", matchIfMissing = true)
class DueSyncs {
    private static final int BATCH = 100;

    private final SyncSchedule schedule;
    private final JobRequestScheduler jobs;
    private final SyncSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Map<ClusterId, Instant> known = Map.of();

    DueSyncs(
            SyncSchedule schedule,
            JobRequestScheduler jobs,
            SyncSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedule = schedule;
        this.jobs = jobs;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void enqueue() {
        schedule.plan();
        // A claimed sync that never ran becomes due again once one that ran would have ended.
        Duration claim = settings.deadline().plusMinutes(1);
        for (Due due : schedule.due(BATCH)) {
            if (schedule.claim(due, claim)) {
                jobs.enqueue(SyncCluster.of(due.cluster(), clock.instant()));
            }
        }
    }

    @Scheduled(fixedDelayString = "PT2S")
    synchronized void compare() {
        Map<ClusterId, Instant> now = new HashMap<>();
        schedule.stamps().forEach(stamp -> now.put(stamp.cluster(), stamp.triedAt()));
        Map<ClusterId, Instant> before = known;
        known = now;
        now.forEach((cluster, tried) -> {
            if (!tried.equals(before.get(cluster))) {
                events.publishEvent(new InventoryChanged(cluster));
            }
        });
    }
}
