package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes events. What happens again is counted instead of written again; after an hour it is forgotten. */
final class Events {
    static final Duration LIFE = Duration.ofHours(1);

    private final Store store;
    private final Writer writer;
    private final Ids ids;
    private final Timeline timeline;
    private final Map<What, ObjectKey> known = new HashMap<>();

    private record What(String uid, String reason, String message) {}

    Events(Store store, Writer writer, Ids ids, Timeline timeline) {
        this.store = store;
        this.writer = writer;
        this.ids = ids;
        this.timeline = timeline;
    }

    void normal(JsonNode about, String component, String reason, String message) {
        add(about, component, "Normal", reason, message);
    }

    void warning(JsonNode about, String component, String reason, String message) {
        add(about, component, "Warning", reason, message);
    }

    /** Writes an event that came {@code count} times, first and last so long ago. */
    void past(
            JsonNode about,
            String component,
            boolean warning,
            String reason,
            String message,
            Duration first,
            Duration last,
            int count) {
        Instant at = timeline.now().minus(first);
        ObjectKey key = write(about, component, warning ? "Warning" : "Normal", reason, message, at);
        known.put(new What(Tree.text(about, "metadata", "uid"), reason, message), key);
        if (count > 1) {
            writer.change(
                    key,
                    component,
                    event -> event.put("count", count)
                            .put("lastTimestamp", Tree.stamp(timeline.now().minus(last))));
        }
    }

    private void add(JsonNode about, String component, String type, String reason, String message) {
        What what = new What(Tree.text(about, "metadata", "uid"), reason, message);
        ObjectKey key = known.get(what);
        if (key != null && store.find(key) != null) {
            writer.change(
                    key,
                    component,
                    event -> event.put("count", Tree.number(event, 1, "count") + 1)
                            .put("lastTimestamp", Tree.stamp(timeline.now())));
        } else {
            known.put(what, write(about, component, type, reason, message, timeline.now()));
        }
    }

    /** Writes an event of a moment. */
    private ObjectKey write(JsonNode about, String component, String type, String reason, String message, Instant at) {
        String namespace = Tree.text(about, "metadata", "namespace");
        String name = Tree.text(about, "metadata", "name");
        ObjectNode event = Tree.object();
        event.putObject("metadata").put("name", name + "." + ids.suffix() + ids.suffix() + ids.suffix());
        ObjectNode involved = event.putObject("involvedObject")
                .put("kind", Tree.text(about, "kind"))
                .put("name", name);
        if (!namespace.isEmpty()) {
            involved.put("namespace", namespace);
        }
        // The kubelet puts a node's name where its uid belongs.
        boolean node = Tree.text(about, "kind").equals("Node");
        involved.put("uid", node ? name : Tree.text(about, "metadata", "uid"))
                .put("apiVersion", Tree.text(about, "apiVersion"))
                .put("resourceVersion", Tree.text(about, "metadata", "resourceVersion"));
        event.put("reason", reason).put("message", message);
        ObjectNode source = event.putObject("source").put("component", component);
        if (component.equals("kubelet")) {
            source.put("host", Tree.text(about, "spec", "nodeName"));
        }
        event.put("firstTimestamp", Tree.stamp(at)).put("lastTimestamp", Tree.stamp(at));
        event.put("count", 1).put("type", type);
        event.put("reportingComponent", component).put("reportingInstance", "");
        String where = namespace.isEmpty() ? "default" : namespace;
        writer.place(Kinds.EVENT, where, event, component, at);
        ObjectKey key = Kinds.EVENT.key(where, Tree.text(event, "metadata", "name"));
        forgetLater(key);
        return key;
    }

    private void forgetLater(ObjectKey key) {
        timeline.after(LIFE, () -> {
            Instant last = store.read(key)
                    .map(event -> Tree.time(event, "lastTimestamp"))
                    .orElse(Instant.EPOCH);
            if (last != null && last.plus(LIFE).isAfter(timeline.now())) {
                forgetLater(key);
            } else {
                store.remove(key);
                known.values().removeIf(key::equals);
            }
        });
    }
}
