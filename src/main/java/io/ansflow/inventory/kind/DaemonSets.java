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
@Order(50)
class DaemonSets implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("daemonsets"),
            "DaemonSet",
            true,
            List.of(
                    Column.number("desired", "Desired"),
                    Column.number("current", "Current"),
                    Column.number("upToDate", "Up-to-date"),
                    Column.number("available", "Available"),
                    Column.text("nodeSelector", "Node Selector").onlyWide(),
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched(),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("ds");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("apps", "v1", "daemonsets"));
    }

    @Override
    public State state(Cells cells) {
        Replicas ready = new Replicas(cells.number("Ready"), cells.number("Desired"));
        if (cells.number("Up-to-date") < ready.wanted()) {
            return new State(ready.text(), Health.PROGRESSING);
        }
        return new State(ready.text(), ready.health(cells.number("Available")));
    }
}
