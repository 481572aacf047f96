package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Quantities of resources, added up. */
public final class Amounts {
    private static final BigDecimal MILLI = new BigDecimal("0.001");
    private static final String[] BINARY = {"Ei", "Pi", "Ti", "Gi", "Mi", "Ki"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Amounts() {}

    /** In whole units; 0 where there is none. */
    public static BigDecimal value(JsonNode quantity) {
        return Quantity.parse(quantity.asString("")).map(Quantity::value).orElse(BigDecimal.ZERO);
    }

    /** A quantity as the API keeps it: a number becomes a text, fractions become thousandths. */
    static JsonNode canonical(JsonNode quantity) {
        String text = quantity.asString("");
        return switch (text) {
            case String whole when whole.matches("\\d+") -> StringNode.valueOf(whole);
            case String fraction
            when fraction.matches("\\d*\\.\\d+") -> StringNode.valueOf(text("", new BigDecimal(fraction)));
            default -> quantity;
        };
    }

    /** What the containers of a pod together request, or are limited to, by resource. */
    public static Map<String, BigDecimal> ofPod(JsonNode pod, String part) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode container : Tree.at(pod, "spec", "containers")) {
            Tree.at(container, "resources", part)
                    .forEachEntry((resource, amount) -> sums.merge(resource, value(amount), BigDecimal::add));
        }
        for (JsonNode container : Tree.at(pod, "spec", "initContainers")) {
            Tree.at(container, "resources", part)
                    .forEachEntry((resource, amount) -> sums.merge(resource, value(amount), BigDecimal::max));
        }
        return sums;
    }

    /** As the API writes it: {@code 1500m}, {@code 2Gi}, {@code 3}. */
    public static String text(String resource, BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        if (resource.endsWith("memory") || resource.endsWith("storage")) {
            return binary(value);
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return plain.divide(MILLI, 0, RoundingMode.UP).toPlainString() + "m";
        }
        boolean thousands = plain.remainder(THOUSAND).signum() == 0;
        return thousands ? plain.divide(THOUSAND).toPlainString() + "k" : plain.toPlainString();
    }

    private static String binary(BigDecimal value) {
        BigInteger bytes = value.setScale(0, RoundingMode.UP).toBigInteger();
        for (int i = 0; i < BINARY.length; i++) {
            BigInteger unit = BigInteger.ONE.shiftLeft(10 * (BINARY.length - i));
            if (bytes.mod(unit).signum() == 0) {
                return bytes.divide(unit) + BINARY[i];
            }
        }
        return bytes.toString();
    }
}
