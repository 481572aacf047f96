package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ResourceType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads events. */
final class EventReader {
    private static final int MOST = 1000;

    /** Where events about what lives in no namespace are kept. */
    private static final String CLUSTER_EVENTS = "default";

    private static final Comparator<ObjectEvent> NEWEST_FIRST = Comparator.comparing(
                    ObjectEvent::at, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private EventReader() {}

    /**
     * The events of an object, the newest first.
     *
     * @param uid null to go by the name
     */
    static Answer<List<ObjectEvent>> of(
            ObjectApi api, ResourceType type, String namespace, String name, @Nullable String uid) {
        // The kubelet puts a node's name where its uid belongs.
        boolean byName = uid == null || type.equals(ResourceType.NODE);
        String selector = byName
                ? "involvedObject.kind=" + type.kind() + ",involvedObject.name=" + name
                : "involvedObject.uid=" + uid;
        ListRequest request = ListRequest.of(ResourceType.EVENT, type.namespaced() ? namespace : CLUSTER_EVENTS, MOST)
                .fields(selector);
        return api.list(request)
                .then(list -> Answer.of(list.items().stream()
                        .map(EventReader::event)
                        .sorted(NEWEST_FIRST)
                        .toList()));
    }

    /** Two generations of fields: the one before {@code events.k8s.io}, and the one since. */
    static ObjectEvent event(KubeObject event) {
        Instant at = Stream.of(
                        event.time("series", "lastObservedTime"),
                        event.time("lastTimestamp"),
                        event.time("eventTime"),
                        event.createdAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String source = event.text("source", "component");
        return new ObjectEvent(
                at,
                !event.text("type").equals("Normal"),
                event.text("reason"),
                event.text("message"),
                source.isEmpty() ? event.text("reportingComponent") : source,
                Math.max(1, Math.max(event.number(1, "count"), event.number(1, "series", "count"))));
    }
}
