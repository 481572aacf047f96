package io.ansflow.inventory.kind;

import io.ansflow.inventory.Column;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(160)
class ResourceQuotas implements ResourceKind {
    private static final Pattern USAGE = Pattern.compile(
            ": (?<used>\\d+(\\.\\d+)?)(?<usedUnit>[a-zA-Z]*)/(?<hard>\\d+(\\.\\d+)?)(?<hardUnit>[a-zA-Z]*)(, |$)");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BigDecimal.TWO.pow(10)),
            Map.entry("Mi", BigDecimal.TWO.pow(20)),
            Map.entry("Gi", BigDecimal.TWO.pow(30)),
            Map.entry("Ti", BigDecimal.TWO.pow(40)),
            Map.entry("Pi", BigDecimal.TWO.pow(50)),
            Map.entry("Ei", BigDecimal.TWO.pow(60)));
    private static final Kind KIND = new Kind(
            new KindId("resourcequotas"),
            "ResourceQuota",
            true,
            List.of(Column.text("request", "Request"), Column.text("limit", "Limit")));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("quota");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "resourcequotas"));
    }

    @Override
    public State state(Cells cells) {
        boolean exhausted = exhausted(cells.text("Request")) || exhausted(cells.text("Limit"));
        return exhausted ? new State("Exhausted", Health.WARNING) : new State("", Health.HEALTHY);
    }

    /** Whether anything in {@code pods: 10/10, requests.cpu: 1500m/2} is used up. */
    private static boolean exhausted(String usages) {
        return USAGE.matcher(usages).results().anyMatch(usage -> {
            BigDecimal hard = quantity(usage.group("hard"), usage.group("hardUnit"));
            return hard.signum() > 0
                    && quantity(usage.group("used"), usage.group("usedUnit")).compareTo(hard) >= 0;
        });
    }

    /** After apimachinery's resource.Quantity. */
    private static BigDecimal quantity(String number, String unit) {
        return new BigDecimal(number).multiply(UNITS.getOrDefault(unit, BigDecimal.ONE));
    }
}
