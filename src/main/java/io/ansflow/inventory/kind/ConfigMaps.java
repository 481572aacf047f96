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
@Order(120)
class ConfigMaps implements ResourceKind {
    private static final Kind KIND =
            new Kind(new KindId("configmaps"), "ConfigMap", true, List.of(Column.number("data", "Data")));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("cm");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "configmaps"));
    }

    @Override
    public State state(Cells cells) {
        return new State("", Health.HEALTHY);
    }
}
