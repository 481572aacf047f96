package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The syncs that wait or are under way in this process, for those who watch. */
@Component
class RunningSyncs {
    /** A sync that was announced and never came: its process had other worries. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final Map<ClusterId, Entry> running = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunningSyncs(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    private record Entry(RunningSync sync, Instant at) {}

    Optional<RunningSync> of(ClusterId id) {
        return Optional.ofNullable(running.get(id))
                .filter(entry -> entry.at().plus(FORGOTTEN).isAfter(clock.instant()))
                .map(Entry::sync);
    }

    void waiting(ClusterId id) {
        running.putIfAbsent(id, new Entry(new RunningSync(null, List.of()), clock.instant()));
        events.publishEvent(new InventoryChanged(id));
    }

    void moved(ClusterId id, RunningSync sync) {
        running.put(id, new Entry(sync, clock.instant()));
        events.publishEvent(new InventoryChanged(id));
    }

    /** It has ended, one way or another. */
    void ended(ClusterId id) {
        running.remove(id);
        events.publishEvent(new InventoryChanged(id));
    }
}
