package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is looked at between authorization and storage: the namespace's life, limits and quotas. */
final class Admission {
    private static final Set<String> FOR_EVER = Set.of("default", "kube-system", "kube-public");

    private final Store store;
    private final Usage usage;

    Admission(Store store) {
        this.store = store;
        this.usage = new Usage(store);
    }

    /** @throws Rejection if nothing can be made in the namespace */
    void namespace(ObjectRef ref) {
        Entry namespace = store.find(new ObjectKey(Kinds.NAMESPACE.name(), "", ref.namespace()));
        if (namespace == null) {
            throw Rejection.notFound("namespaces/" + ref.namespace());
        }
        if (namespace.deleting()) {
            throw Rejection.terminating(ref);
        }
    }

    /** @throws Rejection if the namespace cannot be deleted */
    static void deletion(ObjectRef ref) {
        if (ref.type().plural().equals("namespaces") && FOR_EVER.contains(ref.name())) {
            throw Rejection.refused(
                    ref, "namespaces \"" + ref.name() + "\" is forbidden: this namespace may not be deleted");
        }
    }

    /** Gives the containers of a pod the defaults of the namespace's limits, and refuses what is beyond them. */
    void limits(ObjectRef ref, ObjectNode pod) {
        for (Entry entry : store.all(Kinds.LIMITS.name(), ref.namespace())) {
            for (JsonNode limit : Tree.at(entry.tree(), "spec", "limits")) {
                if (Tree.text(limit, "type").equals("Container")) {
                    for (JsonNode container : Tree.at(pod, "spec", "containers")) {
                        fill((ObjectNode) container, "limits", limit.path("default"));
                        fill((ObjectNode) container, "requests", limit.path("defaultRequest"));
                        refuseBeyond(ref, container, limit.path("max"));
                    }
                }
            }
        }
    }

    private static void fill(ObjectNode container, String part, JsonNode defaults) {
        if (!defaults.isEmpty()) {
            ObjectNode amounts = Tree.child(container, "resources", part);
            defaults.forEachEntry((resource, amount) -> {
                if (!amounts.has(resource)) {
                    amounts.set(resource, amount);
                }
            });
        }
    }

    private static void refuseBeyond(ObjectRef ref, JsonNode container, JsonNode max) {
        max.forEachEntry((resource, most) -> {
            JsonNode limit = Tree.at(container, "resources", "limits", resource);
            String problem = "";
            if (limit.isMissingNode()) {
                problem = "maximum " + resource + " usage per Container is " + most.asString("")
                        + ".  No limit is specified";
            } else if (Amounts.value(limit).compareTo(Amounts.value(most)) > 0) {
                problem = "maximum " + resource + " usage per Container is " + most.asString("") + ", but limit is "
                        + limit.asString("");
            }
            if (!problem.isEmpty()) {
                throw Rejection.refused(ref, ref.type().plural() + " \"" + ref.name() + "\" is forbidden: " + problem);
            }
        });
    }

    /** @throws Rejection if a new object would exceed a quota of its namespace */
    void quotas(Kind kind, ObjectRef ref, ObjectNode object) {
        for (Entry entry : store.all(Kinds.QUOTA.name(), ref.namespace())) {
            quota(kind, ref, object, entry.tree());
        }
    }

    private void quota(Kind kind, ObjectRef ref, ObjectNode object, ObjectNode quota) {
        StringBuilder requested = new StringBuilder();
        StringBuilder used = new StringBuilder();
        StringBuilder limited = new StringBuilder();
        StringBuilder missing = new StringBuilder();
        Tree.at(quota, "spec", "hard").forEachEntry((resource, hard) -> {
            BigDecimal more = Usage.of(kind, object, resource);
            if (Usage.mustBeSaid(kind, object, resource)) {
                missing.append(missing.isEmpty() ? "" : ",").append(resource);
            }
            if (more.signum() > 0) {
                BigDecimal already = usage.in(ref.namespace(), resource);
                if (already.add(more).compareTo(Amounts.value(hard)) > 0) {
                    add(requested, resource, Amounts.text(resource, more));
                    add(used, resource, Amounts.text(resource, already));
                    add(limited, resource, hard.asString(""));
                }
            }
        });
        String beginning = ref.type().qualifiedName() + " \"" + ref.name() + "\" is forbidden: ";
        String name = Tree.text(quota, "metadata", "name");
        if (!missing.isEmpty()) {
            throw Rejection.refused(ref, "quota", beginning + "failed quota: " + name + ": must specify " + missing);
        }
        if (!requested.isEmpty()) {
            throw Rejection.refused(
                    ref,
                    "quota",
                    beginning + "exceeded quota: " + name + ", requested: " + requested + ", used: " + used
                            + ", limited: " + limited);
        }
    }

    private static void add(StringBuilder list, String resource, String amount) {
        list.append(list.isEmpty() ? "" : ",").append(resource).append('=').append(amount);
    }
}
