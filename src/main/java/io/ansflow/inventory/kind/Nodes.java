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

/** STATUS is {@code Ready}, {@code NotReady} or {@code Unknown}, and {@code SchedulingDisabled} after it when cordoned. */
@Component
@Order(20)
class Nodes implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("nodes"),
            "Node",
            false,
            List.of(
                    Column.text("roles", "Roles"),
                    Column.text("version", "Version"),
                    Column.text("internalIp", "Internal-IP").alsoSearched(),
                    Column.text("externalIp", "External-IP").alsoSearched().onlyWide(),
                    Column.text("osImage", "OS-Image").onlyWide(),
                    Column.text("kernelVersion", "Kernel-Version").onlyWide(),
                    Column.text("containerRuntime", "Container-Runtime").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("no");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "nodes"));
    }

    @Override
    public State state(Cells cells) {
        String status = cells.text("Status");
        List<String> words = List.of(status.split(","));
        if (words.contains("NotReady")) {
            return new State(status, Health.FAILED);
        }
        if (!words.contains("Ready")) {
            return new State(status, Health.UNKNOWN);
        }
        return new State(status, words.contains("SchedulingDisabled") ? Health.WARNING : Health.HEALTHY);
    }
}
