package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectList;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What keeps a rollout from going on: pods that cannot be created, scheduled or started. */
final class Obstacles {
    private static final int MOST_PODS = 200;
    private static final int MOST = 8;

    /** Every container waits for these for a while. */
    private static final Set<String> NORMAL = Set.of("ContainerCreating", "PodInitializing", "");

    private Obstacles() {}

    /** None if the cluster does not tell. */
    static List<Text> of(ObjectApi api, ObjectRef ref, KubeObject object, RolloutStatus status) {
        List<Text> obstacles = new ArrayList<>(ofCreation(object));
        if (obstacles.isEmpty() && status.updated() < status.wanted()) {
            obstacles.addAll(ofCreation(api, ref, object));
        }
        ListRequest request =
                ListRequest.of(ResourceType.POD, object.namespace(), MOST_PODS).labels(Selectors.of(object));
        if (api.list(request) instanceof Answer.Got<ObjectList>(ObjectList pods)) {
            obstacles.addAll(ofPods(pods.items()));
        }
        return obstacles.stream().limit(MOST).toList();
    }

    /** What a Deployment says of its replica sets: that a quota is used up, for one. */
    private static List<Text> ofCreation(KubeObject object) {
        return StreamSupport.stream(object.at("status", "conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asString("").equals("ReplicaFailure")
                        && condition.path("status").asString("").equals("True"))
                .map(condition -> creation(condition.path("message").asString("")))
                .toList();
    }

    /** What the controllers of other kinds leave in an event alone. */
    private static List<Text> ofCreation(ObjectApi api, ObjectRef ref, KubeObject object) {
        return EventReader.of(api, ref.type(), ref.namespace(), ref.name(), object.uid())
                                instanceof Answer.Got<List<ObjectEvent>>(List<ObjectEvent> events)
                        && !events.isEmpty()
                        && events.getFirst().reason().equals("FailedCreate")
                ? List.of(creation(events.getFirst().message()))
                : List.of();
    }

    private static Text creation(String message) {
        return Text.of("workload.obstacle.creation", message);
    }

    /** One sentence for all pods that have the same. */
    static List<Text> ofPods(List<KubeObject> pods) {
        Map<Text, Integer> counts = new LinkedHashMap<>();
        pods.stream()
                .filter(pod -> !pod.deleting())
                .flatMap(pod -> Stream.concat(unscheduled(pod), waiting(pod)).distinct())
                .forEach(obstacle -> counts.merge(obstacle, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Text(
                        entry.getKey().key(),
                        Stream.concat(Stream.of((Object) entry.getValue()), entry.getKey().arguments().stream())
                                .toList()))
                .toList();
    }

    private static Stream<Text> unscheduled(KubeObject pod) {
        return StreamSupport.stream(pod.at("status", "conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asString("").equals("PodScheduled")
                        && condition.path("reason").asString("").equals("Unschedulable"))
                .map(condition -> Text.of(
                        "workload.obstacle.unschedulable",
                        condition.path("message").asString("")));
    }

    private static Stream<Text> waiting(KubeObject pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(part -> StreamSupport.stream(pod.at("status", part).spliterator(), false))
                .filter(status -> !NORMAL.contains(reason(status)))
                .map(status -> Text.of(
                        "workload.obstacle.waiting",
                        status.path("name").asString(""),
                        reason(status),
                        status.path("image").asString("")));
    }

    private static String reason(JsonNode status) {
        return status.path("state").path("waiting").path("reason").asString("");
    }
}
