package io.ansflow.kubernetes.simulated;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a simulated cluster: {@code https://NAME.simulated.invalid}, or with faults that its connections are to
 * have: {@code https://NAME.simulated.invalid/slow/forbidden-secrets}. Names that end in {@code .invalid} are guaranteed to
 * belong to nobody, so no address of a real cluster can be taken for one of these.
 *
 * @param name of the cluster
 * @param faults in order, see {@link Fault}; a word that is none is a path that is not there
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2606#section-2">RFC 2606</a>
 */
public record SimulatedAddress(String name, List<String> faults) {
    private static final String SUFFIX = ".simulated.invalid";

    public SimulatedAddress {
        faults = List.copyOf(faults);
    }

    /** Whether the address is one of a simulated cluster. */
    public static boolean is(URI server) {
        String host = server.getHost();
        return host != null && host.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /** What the address says; empty if it is no address of a simulated cluster. */
    public static Optional<SimulatedAddress> of(URI server) {
        if (!is(server)) {
            return Optional.empty();
        }
        String host = server.getHost().toLowerCase(Locale.ROOT);
        List<String> faults = Arrays.stream(String.valueOf(server.getPath()).split("/"))
                .filter(word -> !word.isEmpty())
                .toList();
        return Optional.of(new SimulatedAddress(host.substring(0, host.length() - SUFFIX.length()), faults));
    }

    public static SimulatedAddress of(String name) {
        return new SimulatedAddress(name, List.of());
    }

    String host() {
        return name + SUFFIX;
    }

    public URI uri() {
        return URI.create("https://" + host() + (faults.isEmpty() ? "" : "/" + String.join("/", faults)));
    }
}
