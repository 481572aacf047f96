package io.ansflow.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we changed in one cluster lately, and when to look how far that has got: some times in any case, and for as long as
 * something is under way, at a distance that grows with the time that has passed, so that its end is noticed late by a
 * quarter of how long it took at most. Kept in memory: after a restart the next sync sees the same. Not safe for threads.
 */
final class Following {
    /** After a change: what is not done by then is left to the syncs. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** From when on controllers have had time to act. */
    static final Duration WAKE = Duration.ofSeconds(2);

    /** When to look in any case after a change: at once, and when it shows what it has set going. */
    private static final List<Duration> ALWAYS =
            List.of(Duration.ZERO, WAKE, Duration.ofSeconds(8), Duration.ofSeconds(15));

    private static final int PART_OF_WHAT_PASSED = 4;
    private static final Duration NEAREST = Duration.ofSeconds(2);
    private static final Duration FARTHEST = Duration.ofMinutes(1);

    /** Between two looks: many changes in a row need few. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private final Map<Changed, Duration> changes = new HashMap<>();
    private boolean due;
    private boolean looking;
    private boolean underWayBefore;
    private @Nullable Duration begunAt;
    private @Nullable Duration endedAt;
    private @Nullable Future<?> planned;

    /** An object that we changed, named as in a {@link io.ansflow.operation.ResourceChanged}. */
    record Changed(String kind, String namespace, String name) {}

    /**
     * What to look at.
     *
     * @param changed lately
     * @param wake whether to look as well at what controllers change in the wake of that
     */
    record Look(Set<Changed> changed, boolean wake) {}

    /** Something was changed; in how long to look at it, or empty if that is taken care of. */
    Optional<Duration> changed(Changed object, Duration now) {
        changes.put(object, now);
        if (due || looking) {
            return Optional.empty();
        }
        due = true;
        return Optional.of(later(now, afterBreath(now)).minus(now));
    }

    /** What will look, instead of what would have. */
    void planned(Future<?> look) {
        if (planned != null) {
            planned.cancel(false);
        }
        planned = look;
    }

    /** What to look at now; empty if somebody does so already. */
    Optional<Look> begin(Duration now) {
        if (looking) {
            return Optional.empty();
        }
        due = false;
        looking = true;
        begunAt = now;
        Duration first =
                changes.values().stream().min(Comparator.naturalOrder()).orElse(now);
        return Optional.of(
                new Look(Set.copyOf(changes.keySet()), now.minus(first).compareTo(WAKE) >= 0));
    }

    /**
     * It was looked.
     *
     * @param underWay whether something is on its way still
     * @return how long until the next look; empty if there is nothing more to see
     */
    Optional<Duration> end(boolean underWay, Duration now) {
        looking = false;
        endedAt = now;
        changes.values().removeIf(at -> now.minus(at).compareTo(LONGEST) > 0);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Duration last = last(changes.values());
        Stream<Duration> next = always(last);
        if (underWay) {
            next = Stream.concat(next, Stream.of(now.plus(distance(now.minus(last)))));
        } else if (underWayBefore) {
            // What has just come to its end may have left something that this look came too early for.
            next = Stream.concat(next, Stream.of(now.plus(NEAREST)));
        }
        underWayBefore = underWay;
        return next.min(Comparator.naturalOrder())
                .map(at -> later(at, afterBreath(now)).minus(now));
    }

    /** The times still to come, of those at which it is looked in any case. */
    private Stream<Duration> always(Duration lastChange) {
        Duration begun = begunAt;
        return ALWAYS.stream().map(lastChange::plus).filter(at -> begun == null || at.compareTo(begun) > 0);
    }

    private Duration afterBreath(Duration now) {
        return endedAt == null ? now : endedAt.plus(BREATH);
    }

    private static Duration distance(Duration passed) {
        Duration part = passed.dividedBy(PART_OF_WHAT_PASSED);
        return part.compareTo(FARTHEST) > 0 ? FARTHEST : later(part, NEAREST);
    }

    private static Duration last(Collection<Duration> times) {
        return times.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
