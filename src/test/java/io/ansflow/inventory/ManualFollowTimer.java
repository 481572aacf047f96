package io.ansflow.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Time that passes when a test says so; what is due then is done on the test's thread. */
final class ManualFollowTimer implements FollowTimer {
    private final List<Planned> planned = new ArrayList<>();
    private Duration now = Duration.ofHours(1);

    private record Planned(Duration at, Runnable task, Future<?> handle) {}

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public Future<?> after(Duration delay, Runnable task) {
        Future<?> handle = new CompletableFuture<>();
        planned.add(new Planned(now.plus(delay), task, handle));
        return handle;
    }

    void pass(Duration duration) {
        Duration end = now.plus(duration);
        for (Optional<Planned> next = next(end); next.isPresent(); next = next(end)) {
            planned.remove(next.get());
            now = next.get().at();
            next.get().task().run();
        }
        now = end;
    }

    private Optional<Planned> next(Duration end) {
        planned.removeIf(task -> task.handle().isCancelled());
        return planned.stream()
                .min(Comparator.comparing(Planned::at))
                .filter(task -> task.at().compareTo(end) <= 0);
    }
}
