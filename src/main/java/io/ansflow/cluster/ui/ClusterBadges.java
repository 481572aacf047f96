package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Reachability;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a cluster in a word. */
public final class ClusterBadges {
    /** How long before its end a credential is warned of. */
    static final Duration EXPIRY_WARNING = Duration.ofDays(14);

    private ClusterBadges() {}

    /** Whether a cluster can be reached. */
    public static StatusBadge reachability(Reachability reachability) {
        return new StatusBadge(tone(reachability), icon(reachability), Translated.of("reachability." + reachability));
    }

    /** A tag rather than a status: coloured, so that nobody mistakes production for anything else. */
    public static Span environment(Environment environment) {
        Span tag = new Span(Translated.of("cluster.environment." + environment));
        tag.addClassNames("tag", "environment-" + environment.name().toLowerCase(Locale.ROOT));
        return tag;
    }

    /** Says that a cluster exists in memory only, so that nobody takes it for a real one. */
    public static StatusBadge simulated() {
        return new StatusBadge(
                Tone.NEUTRAL,
                Icon.FLASK,
                Translated.of("cluster.simulated"),
                Translated.of("cluster.simulated.explanation"));
    }

    /** Warns of switched-off TLS verification. */
    static StatusBadge insecure() {
        return new StatusBadge(
                Tone.ERROR,
                Icon.SHIELD_OFF,
                Translated.of("cluster.insecure"),
                Translated.of("cluster.insecure.explanation"));
    }

    /** Warns of a credential that ends soon or has ended. */
    static Optional<StatusBadge> expiry(Cluster cluster, Instant now) {
        Instant end = cluster.credentialExpiresAt();
        if (end == null || end.isAfter(now.plus(EXPIRY_WARNING))) {
            return Optional.empty();
        }
        boolean over = !end.isAfter(now);
        String word = over
                ? Translated.of("cluster.expired")
                : Translated.of("cluster.expires", Duration.between(now, end).toDays());
        return Optional.of(new StatusBadge(
                over ? Tone.ERROR : Tone.WARNING,
                Icon.KEY,
                word,
                Translated.of("cluster.expires.explanation", Times.exact(end))));
    }

    private static Tone tone(Reachability reachability) {
        return switch (reachability) {
            case CONNECTED -> Tone.SUCCESS;
            case LIMITED -> Tone.WARNING;
            case UNREACHABLE, UNAUTHORIZED -> Tone.ERROR;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    static Icon icon(Reachability reachability) {
        return switch (reachability) {
            case CONNECTED -> Icon.CHECK_CIRCLE;
            case LIMITED -> Icon.PARTIAL;
            case UNREACHABLE -> Icon.X_CIRCLE;
            case UNAUTHORIZED -> Icon.LOCK;
            case UNKNOWN -> Icon.QUESTION;
        };
    }
}
