package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.http.Question.Body;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.LogRequest;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How questions about objects are put to the API. */
final class ObjectQuestions {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACCEPT = "application/json";
    private static final String SERVER_SIDE_APPLY = "application/apply-patch+yaml";
    private static final String REVIEWS = "selfsubjectaccessreviews.authorization.k8s.io";

    private ObjectQuestions() {}

    static Question get(ObjectRef ref) {
        return about(ref, "get", "GET", path(ref));
    }

    static Question list(ListRequest request) {
        ResourceType type = request.type();
        String object = request.namespace().isEmpty() ? type.plural() : request.namespace() + "/" + type.plural();
        Map<String, String> query = new LinkedHashMap<>();
        if (!request.labelSelector().isEmpty()) {
            query.put("labelSelector", request.labelSelector());
        }
        if (!request.fieldSelector().isEmpty()) {
            query.put("fieldSelector", request.fieldSelector());
        }
        return new Question(
                "list", type.qualifiedName(), object, "GET", path(type, request.namespace()), query, ACCEPT, null);
    }

    static Question create(ObjectRef ref, ObjectNode object, WriteMode mode) {
        Question question = about(ref, "create", "POST", path(ref.type(), ref.namespace()));
        return strict(written(question, mode), Body.json(object.toString()));
    }

    static Question apply(ObjectRef ref, ObjectNode object, boolean takeOver, WriteMode mode) {
        Question question = about(ref, "patch", "PATCH", path(ref)).with("force", String.valueOf(takeOver));
        return strict(written(question, mode), new Body(SERVER_SIDE_APPLY, object.toString()));
    }

    static Question replace(ObjectRef ref, String subresource, ObjectNode object, WriteMode mode) {
        Question question = about(ref, "update", "PUT", path(ref) + subresource);
        return strict(written(question, mode), Body.json(object.toString()));
    }

    static Question patch(ObjectRef ref, PatchType type, ObjectNode patch, WriteMode mode) {
        String contentType = switch (type) {
            case MERGE -> "application/merge-patch+json";
            case STRATEGIC -> "application/strategic-merge-patch+json";
        };
        return sending(written(about(ref, "patch", "PATCH", path(ref)), mode), new Body(contentType, patch.toString()));
    }

    static Question delete(ObjectRef ref, DeleteRequest request) {
        ObjectNode options = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "DeleteOptions");
        String propagation = request.propagation().name();
        options.put(
                "propagationPolicy",
                propagation.charAt(0) + propagation.substring(1).toLowerCase(java.util.Locale.ROOT));
        if (request.graceSeconds() != null) {
            options.put("gracePeriodSeconds", request.graceSeconds());
        }
        ObjectNode preconditions = JSON.createObjectNode();
        if (request.uid() != null) {
            preconditions.put("uid", request.uid());
        }
        if (request.resourceVersion() != null) {
            preconditions.put("resourceVersion", request.resourceVersion());
        }
        options.set("preconditions", preconditions);
        if (request.mode() == WriteMode.DRY_RUN) {
            options.putArray("dryRun").add("All");
        }
        return sending(about(ref, "delete", "DELETE", path(ref)), Body.json(options.toString()));
    }

    static Question scale(ObjectRef ref) {
        return about(ref, "get", "GET", path(ref) + "/scale");
    }

    static Question may(AccessQuestion asked) {
        ObjectNode review = JSON.createObjectNode()
                .put("apiVersion", "authorization.k8s.io/v1")
                .put("kind", "SelfSubjectAccessReview");
        review.putObject("spec")
                .putObject("resourceAttributes")
                .put("verb", asked.verb())
                .put("group", asked.group())
                .put("resource", asked.plural())
                .put("subresource", asked.subresource())
                .put("namespace", asked.namespace())
                .put("name", asked.name());
        return new Question(
                "create",
                REVIEWS,
                REVIEWS,
                "POST",
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                Map.of(),
                ACCEPT,
                Body.json(review.toString()));
    }

    static Question logs(LogRequest request) {
        ObjectRef pod = ResourceType.POD.named(request.namespace(), request.pod());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("container", request.container());
        query.put("previous", String.valueOf(request.previous()));
        query.put("follow", String.valueOf(request.follow()));
        query.put("timestamps", String.valueOf(request.timestamps()));
        query.put("limitBytes", String.valueOf(request.maxBytes()));
        if (request.since() != null) {
            query.put("sinceSeconds", String.valueOf(Math.max(1, request.since().toSeconds())));
        }
        if (request.tailLines() != null) {
            query.put("tailLines", String.valueOf(request.tailLines()));
        }
        return new Question("get", "pods/log", pod.toString(), "GET", path(pod) + "/log", query, "*/*", null);
    }

    private static Question about(ObjectRef ref, String verb, String method, String path) {
        return new Question(verb, ref.type().qualifiedName(), ref.toString(), method, path, Map.of(), ACCEPT, null);
    }

    private static Question written(Question question, WriteMode mode) {
        Question ours = question.with("fieldManager", io.ansflow.kubernetes.object.ObjectApi.FIELD_MANAGER);
        return mode == WriteMode.DRY_RUN ? ours.with("dryRun", "All") : ours;
    }

    /** Refuses fields that the type does not have, where the server can (Kubernetes 1.25); others drop them silently. */
    private static Question strict(Question question, Body body) {
        return sending(question.with("fieldValidation", "Strict"), body);
    }

    private static Question sending(Question question, Body body) {
        return new Question(
                question.verb(),
                question.resource(),
                question.object(),
                question.method(),
                question.path(),
                question.query(),
                question.accept(),
                body);
    }

    private static String path(ObjectRef ref) {
        return path(ref.type(), ref.namespace()) + "/" + ref.name();
    }

    private static String path(ResourceType type, String namespace) {
        return (type.group().isEmpty() ? "/api/" : "/apis/" + type.group() + "/")
                + type.version()
                + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
                + "/"
                + type.plural();
    }
}
