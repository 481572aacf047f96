package io.ansflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after {@value #FREE_TRIES} failures in a row, a name from one address has to wait, twice as long
 * after every further failure, up to {@link #LONGEST_WAIT}. Counting by name and address keeps a stranger from locking
 * people out.
 */
@Component
class LoginThrottle {
    static final int FREE_TRIES = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MAX_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {
        Instant blockedUntil() {
            if (count < FREE_TRIES) {
                return Instant.MIN;
            }
            long seconds = 1L << Math.min(count - FREE_TRIES + 1, 20);
            Duration wait = Duration.ofSeconds(seconds);
            return last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        }
    }

    /** How long this caller still has to wait; zero if it may try. */
    synchronized Duration wait(String name, @Nullable String address) {
        Failures known = failures.get(key(name, address));
        if (known == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Instant until = known.blockedUntil();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    synchronized void failed(String name, @Nullable String address) {
        Instant now = clock.instant();
        failures.merge(
                key(name, address),
                new Failures(1, now),
                (known, one) -> known.last().plus(LONGEST_WAIT.multipliedBy(2)).isBefore(now)
                        ? one
                        : new Failures(known.count() + 1, now));
    }

    synchronized void succeeded(String name, @Nullable String address) {
        failures.remove(key(name, address));
    }

    private static String key(String name, @Nullable String address) {
        return name + '\n' + address;
    }
}
