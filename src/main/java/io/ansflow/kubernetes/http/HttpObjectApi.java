package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.kubernetes.object.LogRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectList;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.SecretValues;
import io.ansflow.kubernetes.object.WriteMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a real API server. */
final class HttpObjectApi implements ObjectApi {
    private static final int PAGE_SIZE = 500;
    private static final Pattern GROUP_OR_VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private final Transport transport;
    private final HttpLimits limits;
    private final Map<String, List<ResourceType>> types = new HashMap<>();

    HttpObjectApi(Transport transport, HttpLimits limits) {
        this.transport = transport;
        this.limits = limits;
    }

    @Override
    public Answer<List<String>> versions(String group) {
        if (group.isEmpty()) {
            return Answer.of(List.of("v1"));
        }
        if (!GROUP_OR_VERSION.matcher(group).matches()) {
            return Answer.of(List.of());
        }
        Answer<List<String>> versions = ask(Question.get(group, "/apis/" + group), ApiLists::versions);
        return noneIfNotServed(versions);
    }

    @Override
    public Answer<List<ResourceType>> types(String group, String version) {
        String path = (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version;
        List<ResourceType> known = types.get(path);
        if (known != null) {
            return Answer.of(known);
        }
        if (!(group.isEmpty() || GROUP_OR_VERSION.matcher(group).matches())
                || !GROUP_OR_VERSION.matcher(version).matches()) {
            return Answer.of(List.of());
        }
        return noneIfNotServed(ask(Question.get(path, path), list -> ApiLists.types(list, group, version)))
                .then(found -> {
                    if (!found.isEmpty()) {
                        types.put(path, found);
                    }
                    return Answer.of(found);
                });
    }

    @Override
    public Answer<KubeObject> get(ObjectRef ref) {
        return ask(ObjectQuestions.get(ref), ObjectBodies::masked);
    }

    @Override
    public Answer<KubeObject> reveal(ObjectRef ref) {
        return ask(ObjectQuestions.get(ref), ObjectBodies::object);
    }

    @Override
    public Answer<ObjectList> list(ListRequest request) {
        Question question = ObjectQuestions.list(request);
        List<KubeObject> items = new ArrayList<>();
        String token = "";
        do {
            Question page = question.with("limit", String.valueOf(Math.min(PAGE_SIZE, request.limit() - items.size())));
            Answer<JsonNode> answer = ask(token.isEmpty() ? page : page.with("continue", token), ObjectBodies::list);
            if (answer instanceof Answer.Failed<JsonNode>(ClusterFailure failure)) {
                return Answer.failed(failure);
            }
            JsonNode list = ((Answer.Got<JsonNode>) answer).value();
            for (JsonNode item : list.path("items")) {
                items.add(ObjectBodies.item(request.type(), item));
            }
            token = list.path("metadata").path("continue").asString("");
        } while (!token.isEmpty() && items.size() < request.limit());
        return Answer.of(new ObjectList(items, token.isEmpty()));
    }

    @Override
    public Answer<KubeObject> create(ObjectRef ref, ObjectNode object, WriteMode mode) {
        return ask(ObjectQuestions.create(ref, object, mode), ObjectBodies::masked);
    }

    @Override
    public Answer<KubeObject> apply(ObjectRef ref, ObjectNode object, boolean takeOver, WriteMode mode) {
        return ask(ObjectQuestions.apply(ref, object, takeOver, mode), ObjectBodies::masked);
    }

    @Override
    public Answer<KubeObject> replace(ObjectRef ref, ObjectNode object, WriteMode mode) {
        return ask(ObjectQuestions.replace(ref, "", object, mode), ObjectBodies::masked);
    }

    @Override
    public Answer<KubeObject> patch(ObjectRef ref, PatchType type, ObjectNode patch, WriteMode mode) {
        return ask(ObjectQuestions.patch(ref, type, patch, mode), ObjectBodies::masked);
    }

    @Override
    public Answer<Optional<KubeObject>> delete(ObjectRef ref, DeleteRequest request) {
        return ask(ObjectQuestions.delete(ref, request), body -> {
            ObjectNode answer = ObjectBodies.tree(body);
            if (answer.path("kind").asString("").equals("Status") || ObjectBodies.gone(answer)) {
                return Optional.empty();
            }
            SecretValues.mask(answer);
            return Optional.of(new KubeObject(answer));
        });
    }

    @Override
    public Answer<KubeObject> scale(ObjectRef ref) {
        return ask(ObjectQuestions.scale(ref), ObjectBodies::object);
    }

    @Override
    public Answer<KubeObject> replaceScale(ObjectRef ref, ObjectNode scale, WriteMode mode) {
        return ask(ObjectQuestions.replace(ref, "/scale", scale, mode), ObjectBodies::object);
    }

    @Override
    public Answer<AccessAnswer> may(AccessQuestion question) {
        return ask(ObjectQuestions.may(question), body -> {
            JsonNode status = ObjectBodies.tree(body).path("status");
            if (!status.path("allowed").isBoolean()) {
                throw new Malformed("no access review");
            }
            String reason = status.path("reason").asString("");
            return new AccessAnswer(
                    status.path("allowed").booleanValue(), reason.substring(0, Math.min(reason.length(), 500)));
        });
    }

    @Override
    public Answer<LogEnd> logs(LogRequest request, Consumer<String> lines) {
        LogLines log = new LogLines(lines, request.maxBytes());
        return transport.follow(
                ObjectQuestions.logs(request),
                request.follow() ? limits.followTimeout() : limits.callTimeout(),
                log::read);
    }

    @Override
    public void close() {
        transport.close();
    }

    private <T> Answer<T> ask(Question question, Transport.Reading<T> reading) {
        return transport.ask(question, limits.maxResponseSize().toBytes(), reading);
    }

    private static <T> Answer<List<T>> noneIfNotServed(Answer<List<T>> answer) {
        return answer instanceof Answer.Failed<List<T>>(ClusterFailure failure)
                        && failure.code() == FailureCode.NOT_FOUND
                ? Answer.of(List.of())
                : answer;
    }
}
