package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Permissions;
import io.ansflow.operation.Target;
import io.ansflow.workload.BulkChanges.Change;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks clusters what their credentials may do to many objects: once for a namespace, if that is enough. */
@Component
class BulkPermissions {
    private final Permissions permissions;

    BulkPermissions(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Why the change would be refused; empty if it would not be, or nobody knows. */
    Optional<Text> denial(ResourceType type, Target target, Change change) {
        // What is denied for the objects of a namespace may be allowed for one of that name.
        return denial(type, target, change, "").flatMap(why -> denial(type, target, change, target.name()));
    }

    private Optional<Text> denial(ResourceType type, Target target, Change change, String name) {
        return permissions
                .of(target.cluster(), Offers.rights(action(change), type, target.namespace(), name))
                .values()
                .stream()
                .filter(Permission.Denied.class::isInstance)
                .map(permission -> ((Permission.Denied) permission).reason())
                .findFirst();
    }

    private static WorkloadAction action(Change change) {
        return switch (change) {
            case Change.Restart _ -> WorkloadAction.RESTART;
            case Change.Scale _ -> WorkloadAction.SCALE;
            case Change.Delete _ -> WorkloadAction.DELETE;
        };
    }
}
