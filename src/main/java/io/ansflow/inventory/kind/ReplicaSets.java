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
@Order(60)
class ReplicaSets implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("replicasets"),
            "ReplicaSet",
            true,
            List.of(
                    Column.number("current", "Current"),
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched(),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("rs");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("apps", "v1", "replicasets"));
    }

    @Override
    public State state(Cells cells) {
        Replicas ready = new Replicas(cells.number("Ready"), cells.number("Desired"));
        if (cells.number("Current") != ready.wanted()) {
            return new State(ready.text(), Health.PROGRESSING);
        }
        return new State(ready.text(), ready.health());
    }
}
