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

/** Has no status: many controllers never report an address. */
@Component
@Order(110)
class Ingresses implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("ingresses"),
            "Ingress",
            true,
            List.of(
                    Column.text("class", "Class"),
                    Column.text("hosts", "Hosts").alsoSearched(),
                    Column.text("address", "Address").alsoSearched(),
                    Column.text("ports", "Ports")));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("ing");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(
                new ApiResource("networking.k8s.io", "v1", "ingresses"),
                new ApiResource("networking.k8s.io", "v1beta1", "ingresses"),
                new ApiResource("extensions", "v1beta1", "ingresses"));
    }

    @Override
    public State state(Cells cells) {
        return new State("", Health.HEALTHY);
    }
}
