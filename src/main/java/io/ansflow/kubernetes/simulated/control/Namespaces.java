package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Gives new namespaces what every namespace has, and empties those that are being deleted before it lets them go. */
final class Namespaces implements Controller {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1200);
    private static final List<String> LEFT_ALONE = List.of("events");

    private final Plane plane;
    private final Set<String> going = new HashSet<>();

    Namespaces(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry entry) {
        if (entry.deleting()) {
            if (going.add(entry.uid())) {
                plane.timeline().after(BETWEEN_LOOKS, () -> empty(entry.key(), entry.uid()));
            }
        } else {
            furnish(entry.key().name());
        }
    }

    private void furnish(String namespace) {
        if (plane.store().find(Kinds.ACCOUNT.key(namespace, "default")) == null) {
            plane.writer()
                    .create(Kinds.ACCOUNT, namespace, Tree.parse("{'metadata':{'name':'default'}}"), Plane.MANAGER);
        }
        if (plane.store().find(Kinds.CONFIG_MAP.key(namespace, "kube-root-ca.crt")) == null) {
            ObjectNode map =
                    Tree.parse("{'metadata':{'name':'kube-root-ca.crt','annotations':{'kubernetes.io/description':"
                            + "'Contains a CA bundle that can be used to verify the kube-apiserver.'}},"
                            + "'data':{'ca.crt':'simulated'}}");
            plane.writer().create(Kinds.CONFIG_MAP, namespace, map, Plane.MANAGER);
        }
    }

    private void empty(ObjectKey key, String uid) {
        Entry namespace = plane.store().find(key);
        if (namespace == null || !namespace.uid().equals(uid)) {
            going.remove(uid);
            return;
        }
        List<Entry> left = content(key.name());
        left.stream().filter(entry -> !entry.deleting()).forEach(plane::delete);
        List<Entry> still = content(key.name());
        plane.writer().status(key, Plane.MANAGER, changed -> report(changed, still));
        if (still.isEmpty()) {
            plane.store().all().stream()
                    .filter(entry -> entry.key().namespace().equals(key.name()))
                    .forEach(entry -> plane.store().remove(entry.key()));
            plane.writer()
                    .change(
                            key,
                            Plane.MANAGER,
                            changed -> Tree.child(changed, "spec").remove("finalizers"));
            going.remove(uid);
        } else {
            plane.timeline().after(BETWEEN_LOOKS, () -> empty(key, uid));
        }
    }

    private List<Entry> content(String namespace) {
        return plane.store().all().stream()
                .filter(entry -> entry.key().namespace().equals(namespace)
                        && !LEFT_ALONE.contains(entry.key().type()))
                .toList();
    }

    private void report(ObjectNode namespace, List<Entry> left) {
        String nothing = "All content successfully deleted, may be waiting on finalization";
        condition(
                namespace,
                "NamespaceDeletionDiscoveryFailure",
                false,
                "ResourcesDiscovered",
                "All resources successfully discovered");
        condition(
                namespace,
                "NamespaceDeletionGroupVersionParsingFailure",
                false,
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed");
        condition(namespace, "NamespaceDeletionContentFailure", false, "ContentDeleted", nothing);
        Map<String, Long> types =
                left.stream().collect(Collectors.groupingBy(entry -> type(entry), TreeMap::new, Collectors.counting()));
        String remaining = types.entrySet().stream()
                .map(type -> type.getKey() + " has " + type.getValue() + " resource instances")
                .collect(Collectors.joining(", "));
        condition(
                namespace,
                "NamespaceContentRemaining",
                !left.isEmpty(),
                left.isEmpty() ? "ContentRemoved" : "SomeResourcesRemain",
                left.isEmpty() ? "All content successfully removed" : "Some resources are remaining: " + remaining);
        Map<String, Long> finalizers = left.stream()
                .flatMap(entry -> Tree.elements(Tree.at(entry.tree(), "metadata", "finalizers")).stream())
                .collect(Collectors.groupingBy(name -> name.asString(""), TreeMap::new, Collectors.counting()));
        String held = finalizers.entrySet().stream()
                .map(name -> name.getKey() + " in " + name.getValue() + " resource instances")
                .collect(Collectors.joining(", "));
        condition(
                namespace,
                "NamespaceFinalizersRemaining",
                !finalizers.isEmpty(),
                finalizers.isEmpty() ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
                finalizers.isEmpty()
                        ? "All content-preserving finalizers finished"
                        : "Some content in the namespace has finalizers remaining: " + held);
    }

    private static String type(Entry entry) {
        String name = entry.key().type();
        return name.contains(".") ? name : name + ".";
    }

    private void condition(ObjectNode namespace, String type, boolean status, String reason, String message) {
        Tree.setCondition(namespace, type, status, reason, message, plane.now());
    }
}
