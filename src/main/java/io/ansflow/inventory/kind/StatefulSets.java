package io.ansflow.inventory.kind;

import io.ansflow.inventory.Column;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(40)
class StatefulSets implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("statefulsets"),
            "StatefulSet",
            true,
            List.of(
                    Column.text("containers", "Containers").onlyWide(),
                    Column.text("images", "Images").alsoSearched()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("sts");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("apps", "v1", "statefulsets"));
    }

    @Override
    public State state(Cells cells) {
        Replicas ready = Replicas.parse(cells.text("Ready"));
        return new State(ready.text(), ready.health());
    }
}
