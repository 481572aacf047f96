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
@Order(140)
class PersistentVolumeClaims implements ResourceKind {
    private static final Kind KIND = new Kind(
            new KindId("persistentvolumeclaims"),
            "PersistentVolumeClaim",
            true,
            List.of(
                    Column.text("volume", "Volume").alsoSearched(),
                    Column.text("capacity", "Capacity"),
                    Column.text("accessModes", "Access Modes"),
                    Column.text("storageClass", "StorageClass"),
                    Column.text("volumeMode", "VolumeMode").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("pvc");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "persistentvolumeclaims"));
    }

    @Override
    public State state(Cells cells) {
        String status = cells.text("Status");
        return new State(
                status,
                switch (status) {
                    case "Bound" -> Health.HEALTHY;
                    case "Pending", "Terminating" -> Health.PROGRESSING;
                    case "Lost" -> Health.FAILED;
                    default -> Health.UNKNOWN;
                });
    }
}
