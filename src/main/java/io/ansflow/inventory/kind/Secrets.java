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

/** Of a Secret, the API server's Table has the type and the number of its keys; values are never asked for. */
@Component
@Order(130)
class Secrets implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("secrets"), "Secret", true, List.of(Column.text("type", "Type"), Column.number("data", "Data")));

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
        return List.of(new ApiResource("", "v1", "secrets"));
    }

    @Override
    public State state(Cells cells) {
        return new State("", Health.HEALTHY);
    }
}
