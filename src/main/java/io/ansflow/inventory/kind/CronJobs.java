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

@Component
@Order(80)
class CronJobs implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("cronjobs"),
            "CronJob",
            true,
            List.of(
                    Column.text("schedule", "Schedule"),
                    Column.number("active", "Active"),
                    Column.time("lastSchedule", "Last Schedule"),
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched(),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("cj");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("batch", "v1", "cronjobs"), new ApiResource("batch", "v1beta1", "cronjobs"));
    }

    @Override
    public State state(Cells cells) {
        if (cells.text("Suspend").equalsIgnoreCase("true")) {
            return new State("Suspended", Health.HEALTHY);
        }
        return new State(cells.number("Active") > 0 ? "Active" : "", Health.HEALTHY);
    }
}
