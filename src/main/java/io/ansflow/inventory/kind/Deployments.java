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

/** READY is {@code ready/wanted}; a rollout goes on until all of the wanted pods are up to date. */
@Component
@Order(30)
class Deployments implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("deployments"),
            "Deployment",
            true,
            List.of(
                    Column.number("upToDate", "Up-to-date"),
                    Column.number("available", "Available"),
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched(),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("deploy");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("apps", "v1", "deployments"));
    }

    @Override
    public State state(Cells cells) {
        Replicas ready = Replicas.parse(cells.text("Ready"));
        if (cells.number("Up-to-date") < ready.wanted()) {
            return new State(ready.text(), Health.PROGRESSING);
        }
        return new State(ready.text(), ready.health(cells.number("Available")));
    }
}
