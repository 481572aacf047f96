package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.Discovery;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Permissions;
import io.ansflow.operation.Target;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Puts together what a kind offers, what the user's role allows and what the cluster says. */
@Service
class ActionService implements WorkloadActions {
    private final ClusterObjects objects;
    private final Permissions permissions;
    private final CurrentUser user;

    ActionService(ClusterObjects objects, Permissions permissions, CurrentUser user) {
        this.objects = objects;
        this.permissions = permissions;
        this.user = user;
    }

    @Override
    public Set<WorkloadAction> offered(String kind) {
        return Offers.of(kind);
    }

    @Override
    public Map<WorkloadAction, Permission> permitted(Target target) {
        Map<WorkloadAction, Permission> permitted = new EnumMap<>(WorkloadAction.class);
        Map<WorkloadAction, List<AccessQuestion>> asked = new EnumMap<>(WorkloadAction.class);
        Answer<ResourceType> found = objects.read(target.cluster(), api -> new Discovery(api).named(target.kind()));
        for (WorkloadAction action : Offers.of(target.kind())) {
            if (Offers.changes(action) && !user.has(Role.OPERATOR)) {
                permitted.put(action, new Permission.Denied(Text.of("workload.denied.role")));
            } else if (found instanceof Answer.Got<ResourceType>(ResourceType type)) {
                asked.put(action, Offers.rights(action, type, target.namespace(), target.name()));
            } else {
                permitted.put(action, new Permission.Unknown());
            }
        }
        Map<AccessQuestion, Permission> answers = permissions.of(
                target.cluster(),
                asked.values().stream().flatMap(List::stream).distinct().toList());
        asked.forEach((action, questions) ->
                permitted.put(action, all(questions.stream().map(answers::get).toList())));
        return permitted;
    }

    private static Permission all(List<Permission> permissions) {
        return permissions.stream()
                .filter(Permission.Denied.class::isInstance)
                .findFirst()
                .or(() -> permissions.stream()
                        .filter(Permission.Unknown.class::isInstance)
                        .findFirst())
                .orElseGet(Permission.Granted::new);
    }
}
