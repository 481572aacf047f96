package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.object.AccessQuestion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What clusters said lately about what their credentials may do; the oldest is forgotten first. */
@Component
class PermissionMemory {
    static final Duration LENGTH = Duration.ofMinutes(1);
    static final int MOST = 5000;

    private final Clock clock;
    /** Guarded by itself. */
    private final Map<Key, Remembered> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered> eldest) {
            return size() > MOST;
        }
    };

    PermissionMemory(Clock clock) {
        this.clock = clock;
    }

    private record Key(ClusterId cluster, AccessQuestion question) {}

    private record Remembered(Permission permission, Instant at) {}

    Optional<Permission> of(ClusterId cluster, AccessQuestion question) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(new Key(cluster, question)))
                    .filter(entry -> entry.at().plus(LENGTH).isAfter(clock.instant()))
                    .map(Remembered::permission);
        }
    }

    void keep(ClusterId cluster, AccessQuestion question, Permission permission) {
        Key key = new Key(cluster, question);
        synchronized (entries) {
            entries.remove(key);
            entries.put(key, new Remembered(permission, clock.instant()));
        }
    }
}
