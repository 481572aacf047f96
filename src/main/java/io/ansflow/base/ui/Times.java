package io.ansflow.base.ui;

import com.vaadin.flow.component.UI;
import io.ansflow.base.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How times are written: in the reader's zone, with 24 hours, the same in every language. */
public final class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss O", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private Times() {}

    /** To the second and with the zone's offset: {@code 2026-08-03 14:02:31 GMT+8}. */
    public static String exact(Instant at) {
        return EXACT.format(at.atZone(zone()));
    }

    /** As short as it stays clear: {@code 14:02} for today, {@code 08-01 14:02} for other days. */
    public static String brief(Instant at) {
        ZonedDateTime local = at.atZone(zone());
        boolean today = local.toLocalDate().equals(Instant.now().atZone(zone()).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(local);
    }

    /** The day: {@code 2026-08-03}. */
    public static String day(Instant at) {
        return DAY.format(at.atZone(zone()));
    }

    /** How long ago, or how far ahead, in the largest fitting unit: "3 min ago", "in 40 s". */
    static Text distance(Duration age) {
        return age.isNegative() ? ahead(age) : inUnits("age.ago", age);
    }

    /** How far ahead; what should have happened already is about to. */
    static Text ahead(Duration age) {
        return inUnits("age.in", age.isNegative() ? age.negated() : Duration.ZERO);
    }

    /** For how long by now: "3 min". */
    static Text lasting(Duration age) {
        return inUnits("age.for", age);
    }

    /** A length of time in its two most telling digits: {@code 3 ms}, {@code 1.2 s}. */
    public static Text length(Duration length) {
        long millis = length.toMillis();
        return millis < 1000 ? Text.of("length.millis", millis) : Text.of("length.seconds", millis / 1000.0);
    }

    private static Text inUnits(String key, Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 5) {
            return Text.of(key + ".moment");
        }
        if (seconds < 60) {
            return Text.of(key + ".seconds", seconds / 5 * 5);
        }
        if (seconds < 3600) {
            return Text.of(key + ".minutes", length.toMinutes());
        }
        return length.toHours() < 48
                ? Text.of(key + ".hours", length.toHours())
                : Text.of(key + ".days", length.toDays());
    }

    /** The reader's time zone, which the browser told; the server's if it did not. */
    private static ZoneId zone() {
        UI ui = UI.getCurrent();
        String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return zone(id);
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null || id.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
