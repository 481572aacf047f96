package io.ansflow.kubernetes.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a connection to a simulated cluster. */
public enum Fault {
    /** Every answer takes seconds. */
    SLOW,
    REFUSED,
    /** Whatever is connected to does not complete the handshake. */
    TIMEOUT,
    TLS_UNTRUSTED,
    TLS_EXPIRED,
    /** 401, whatever the credential. */
    UNAUTHORIZED,
    /** 403 on a type: {@code forbidden-secrets}. */
    FORBIDDEN,
    /** 410 on every watch. */
    EXPIRED,
    /** Lists break off in the middle. */
    BROKEN_PAGE,
    /** The page after a page is that page. */
    ENDLESS_PAGES,
    /** 503. */
    SERVER_ERROR,
    /** 429. */
    RATE_LIMITED;

    /** As it stands in an address: {@code broken-page}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A fault as it was switched on. */
    record Active(Fault fault, String about) {
        /** Reads {@code forbidden-secrets}, or any other word; empty if it is none. */
        static Optional<Active> parse(String word) {
            String prefix = FORBIDDEN.word() + "-";
            if (word.startsWith(prefix)) {
                return Optional.of(new Active(FORBIDDEN, word.substring(prefix.length())));
            }
            return Arrays.stream(values())
                    .filter(fault -> fault != FORBIDDEN && fault.word().equals(word))
                    .findFirst()
                    .map(fault -> new Active(fault, ""));
        }
    }
}
