package io.ansflow.inventory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages as the API server prints them: {@code 45s}, {@code 2m30s}, {@code 3h20m}, {@code 5d12h}, {@code 2y30d}. */
final class Ages {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})y)?(?:(\\d{1,6})d)?(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,4})s)?");
    private static final int DAYS_OF_A_YEAR = 365;

    private Ages() {}

    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(form, 1) * DAYS_OF_A_YEAR + number(form, 2))
                .plusHours(number(form, 3))
                .plusMinutes(number(form, 4))
                .plusSeconds(number(form, 5)));
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
