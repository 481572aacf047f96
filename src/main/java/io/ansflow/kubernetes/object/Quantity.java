package io.ansflow.kubernetes.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of cpu, memory or anything else that is counted, as the API writes it: {@code 500m}, {@code 1.5Gi},
 * {@code 2e3}. Equal if written in the same way; compare {@link #value()} for equal amounts.
 *
 * @param text as written
 * @param value in whole units (cores, bytes)
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(String text, BigDecimal value) {
    private static final Pattern SYNTAX = Pattern.compile(
            "([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30}))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\\d{1,2}))?");
    private static final String DECIMAL = "numkMGTPE";
    private static final Map<String, Integer> BINARY =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);
    private static final int[] EXPONENTS = {-9, -6, -3, 3, 6, 9, 12, 15, 18};

    /** Reads a quantity; empty if the text is none. */
    public static Optional<Quantity> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return Optional.of(new Quantity(text, scaled(number, matcher.group(2), matcher.group(3))));
    }

    private static BigDecimal scaled(BigDecimal number, @Nullable String suffix, @Nullable String exponent) {
        if (exponent != null) {
            return number.scaleByPowerOfTen(Integer.parseInt(exponent));
        }
        if (suffix == null) {
            return number;
        }
        Integer power = BINARY.get(suffix);
        return power == null
                ? number.scaleByPowerOfTen(EXPONENTS[DECIMAL.indexOf(suffix)])
                : number.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(power)));
    }

    @Override
    public String toString() {
        return text;
    }
}
