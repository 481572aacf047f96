package io.ansflow.inventory.kind;

import io.ansflow.inventory.Column;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Servers before Kubernetes 1.30 have no STATUS: there, a job that failed looks like one that is running, and a job that
 * is not complete is unknown.
 */
@Component
@Order(70)
class Jobs implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("jobs"),
            "Job",
            true,
            List.of(
                    Column.text("completions", "Completions"),
                    Column.text("duration", "Duration"),
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched(),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of();
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("batch", "v1", "jobs"));
    }

    @Override
    public State state(Cells cells) {
        String completions = cells.text("Completions");
        return switch (cells.text("Status")) {
            case "Complete", "SuccessCriteriaMet" -> new State("Complete", Health.HEALTHY);
            case "Running" -> new State("Running", Health.PROGRESSING);
            case "Terminating" -> new State("Terminating", Health.PROGRESSING);
            case "Suspended" -> new State("Suspended", Health.WARNING);
            case "Failed", "FailureTarget" -> new State("Failed", Health.FAILED);
            case "" ->
                complete(completions) ? new State("Complete", Health.HEALTHY) : new State(completions, Health.UNKNOWN);
            default -> new State(cells.text("Status"), Health.UNKNOWN);
        };
    }

    /** How long it has been running would not stay true. */
    @Override
    public String value(Column column, Cells cells) {
        return column.id().equals("duration") && !complete(cells.text("Completions"))
                ? ""
                : cells.text(column.heading());
    }

    private static boolean complete(String completions) {
        Replicas replicas = Replicas.parse(completions);
        return replicas.wanted() > 0 && replicas.ready() >= replicas.wanted();
    }
}
