package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.ObjectApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Asks only what is not remembered, over one connection, and no more once a cluster does not answer. */
@Service
class ClusterPermissions implements Permissions {
    private final ClusterObjects objects;
    private final PermissionMemory memory;

    ClusterPermissions(ClusterObjects objects, PermissionMemory memory) {
        this.objects = objects;
        this.memory = memory;
    }

    @Override
    public Map<AccessQuestion, Permission> of(ClusterId cluster, Collection<AccessQuestion> questions) {
        Map<AccessQuestion, Permission> permissions = new LinkedHashMap<>();
        Set<AccessQuestion> unknown = new LinkedHashSet<>();
        for (AccessQuestion question : questions) {
            memory.of(cluster, question)
                    .ifPresentOrElse(known -> permissions.put(question, known), () -> unknown.add(question));
        }
        if (!unknown.isEmpty()) {
            objects.read(cluster, api -> ask(api, unknown)).then(answers -> {
                answers.forEach((question, permission) -> memory.keep(cluster, question, permission));
                permissions.putAll(answers);
                return Answer.of(answers);
            });
        }
        questions.forEach(question -> permissions.putIfAbsent(question, new Permission.Unknown()));
        return permissions;
    }

    /** The answers to as many questions as the cluster answers. */
    private static Answer<Map<AccessQuestion, Permission>> ask(ObjectApi api, Set<AccessQuestion> questions) {
        Map<AccessQuestion, Permission> answers = new LinkedHashMap<>();
        for (AccessQuestion question : questions) {
            if (!(api.may(question) instanceof Answer.Got<AccessAnswer>(AccessAnswer answer))) {
                break;
            }
            answers.put(question, permission(question, answer));
        }
        return Answer.of(answers);
    }

    private static Permission permission(AccessQuestion question, AccessAnswer answer) {
        if (answer.allowed()) {
            return new Permission.Granted();
        }
        String resource = question.plural()
                + (question.subresource().isEmpty() ? "" : "/" + question.subresource())
                + (question.group().isEmpty() ? "" : "." + question.group());
        return new Permission.Denied(Text.of("operation.denied", question.verb(), resource));
    }
}
