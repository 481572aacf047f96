package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.kubernetes.CheckProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The checks that are under way or waiting in this process, for those who watch. */
@Component
class RunningChecks {
    /** A check that was announced and never came: its process had other worries. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final Map<ClusterId, Entry> running = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunningChecks(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    private record Entry(RunningCheck check, Instant at) {}

    @Nullable
    RunningCheck of(ClusterId id) {
        Entry entry = running.get(id);
        return entry == null || entry.at().plus(FORGOTTEN).isBefore(clock.instant()) ? null : entry.check();
    }

    void waiting(ClusterId id) {
        put(id, new RunningCheck(null));
    }

    /** Follows a check. */
    CheckProgress follow(ClusterId id, CheckProgress also) {
        return stage -> {
            put(id, new RunningCheck(stage));
            also.entered(stage);
        };
    }

    /** The check has ended, one way or another. */
    void ended(ClusterId id) {
        running.remove(id);
        events.publishEvent(new ClusterChanged(id));
    }

    private void put(ClusterId id, RunningCheck check) {
        running.put(id, new Entry(check, clock.instant()));
        events.publishEvent(new ClusterChanged(id));
    }
}
