package io.ansflow.kubernetes.http;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes what a server sent fit to be shown and stored: one line, printable, short, and without our own credential, which
 * a hostile or talkative server may send back.
 */
final class Excerpt {
    static final String UNKNOWN = "–";
    private static final int MIN_SECRET_LENGTH = 4;
    private final List<String> secrets;

    /** @param headers those of the requests, whose values are secret */
    Excerpt(Map<String, String> headers) {
        secrets = headers.values().stream()
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .filter(secret -> secret.length() >= MIN_SECRET_LENGTH)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A whole text, shortened. */
    String of(String text, int length) {
        String safe = text;
        for (String secret : secrets) {
            safe = safe.replace(secret, "…");
        }
        safe = safe.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}\\s]+", " ").strip();
        if (safe.length() > length) {
            safe = safe.substring(0, length).strip() + "…";
        }
        return safe.isEmpty() ? UNKNOWN : safe;
    }

    /** The beginning of a longer text: as {@link #of}, but nothing long enough to be the beginning of a secret stays. */
    String ofBeginning(String text, int length) {
        return of(text.replaceAll("[\\w+/=.-]{32,}", "…"), length);
    }

    /** Host and port of an address, with the brackets of an IPv6 address. */
    static String hostAndPort(URI address, int defaultPort) {
        return address.getHost() + ":" + (address.getPort() == -1 ? defaultPort : address.getPort());
    }
}
