package io.ansflow.inventory.kind;

import io.ansflow.inventory.Health;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(10)
class Namespaces implements ResourceKind {
    private static final Kind KIND = new Kind(new KindId("namespaces"), "Namespace", false, List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("ns");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "namespaces"));
    }

    @Override
    public State state(Cells cells) {
        return switch (cells.text("Status")) {
            case "Active" -> new State("Active", Health.HEALTHY);
            case "Terminating" -> new State("Terminating", Health.PROGRESSING);
            default -> new State(cells.text("Status"), Health.UNKNOWN);
        };
    }
}
