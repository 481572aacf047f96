package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RBAC, by the roles and bindings that the cluster has.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">Using RBAC authorization</a>
 */
public final class Authorizer {
    private static final String ACCOUNT = "system:serviceaccount:";

    private final Store store;

    public Authorizer(Store store) {
        this.store = store;
    }

    /** Whether the caller may do something. */
    public AccessAnswer may(Caller caller, AccessQuestion question) {
        return Stream.concat(
                        allowedBy(caller, question, store.all(Kinds.CLUSTER_ROLE_BINDING.name())),
                        question.namespace().isEmpty()
                                ? Stream.empty()
                                : allowedBy(
                                        caller, question, store.all(Kinds.ROLE_BINDING.name(), question.namespace())))
                .findFirst()
                .map(reason -> new AccessAnswer(true, reason))
                .orElse(new AccessAnswer(false, ""));
    }

    private Stream<String> allowedBy(Caller caller, AccessQuestion question, Collection<Entry> bindings) {
        return bindings.stream()
                .map(Entry::tree)
                .flatMap(binding -> subject(caller, binding)
                        .filter(subject -> grants(binding, question))
                        .map(subject -> reason(binding, subject))
                        .stream());
    }

    private static String reason(ObjectNode binding, String subject) {
        String namespace = Tree.text(binding, "metadata", "namespace");
        return "RBAC: allowed by " + Tree.text(binding, "kind") + " \"" + Tree.text(binding, "metadata", "name")
                + (namespace.isEmpty() ? "" : "/" + namespace) + "\" of " + Tree.text(binding, "roleRef", "kind")
                + " \""
                + Tree.text(binding, "roleRef", "name") + "\" to " + subject;
    }

    private static Optional<String> subject(Caller caller, ObjectNode binding) {
        return Tree.elements(binding.path("subjects")).stream()
                .flatMap(subject -> {
                    String name = Tree.text(subject, "name");
                    return switch (Tree.text(subject, "kind")) {
                        case "User" -> name.equals(caller.user()) ? Stream.of("User \"" + name + "\"") : Stream.empty();
                        case "Group" ->
                            caller.groups().contains(name) ? Stream.of("Group \"" + name + "\"") : Stream.empty();
                        default -> {
                            String namespace = Tree.text(subject, "namespace");
                            yield caller.user().equals(ACCOUNT + namespace + ":" + name)
                                    ? Stream.of("ServiceAccount \"" + name + "/" + namespace + "\"")
                                    : Stream.empty();
                        }
                    };
                })
                .findFirst();
    }

    private boolean grants(ObjectNode binding, AccessQuestion question) {
        boolean clusterRole = Tree.text(binding, "roleRef", "kind").equals("ClusterRole");
        Kind kind = clusterRole ? Kinds.CLUSTER_ROLE : Kinds.ROLE;
        return store.read(kind.key(Tree.text(binding, "metadata", "namespace"), Tree.text(binding, "roleRef", "name")))
                .map(role -> Tree.elements(role.path("rules")).stream().anyMatch(rule -> grants(rule, question)))
                .orElse(false);
    }

    private static boolean grants(JsonNode rule, AccessQuestion question) {
        String resource =
                question.subresource().isEmpty() ? question.plural() : question.plural() + "/" + question.subresource();
        return has(rule.path("verbs"), question.verb())
                && has(rule.path("apiGroups"), question.group())
                && has(rule.path("resources"), resource)
                && (rule.path("resourceNames").isEmpty()
                        || texts(rule.path("resourceNames")).contains(question.name()));
    }

    private static boolean has(JsonNode list, String wanted) {
        List<String> texts = texts(list);
        return texts.contains("*") || texts.contains(wanted);
    }

    private static List<String> texts(JsonNode list) {
        return Tree.elements(list).stream().map(text -> text.asString("")).toList();
    }
}
