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
@Order(100)
class Services implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("services"),
            "Service",
            true,
            List.of(
                    Column.text("type", "Type"),
                    Column.text("clusterIp", "Cluster-IP").alsoSearched(),
                    Column.text("externalIp", "External-IP").alsoSearched(),
                    Column.text("ports", "Port(s)"),
                    Column.text("selector", "Selector").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("svc");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "services"));
    }

    @Override
    public State state(Cells cells) {
        return cells.text("External-IP").equals("<pending>")
                ? new State("Pending", Health.PROGRESSING)
                : new State("", Health.HEALTHY);
    }
}
