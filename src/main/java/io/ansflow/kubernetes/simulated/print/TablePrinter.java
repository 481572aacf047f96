package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.OwnerReference;
import io.ansflow.kubernetes.TableRow;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints the objects of a type as rows, with what a row keeps of their metadata. */
public final class TablePrinter {
    private static final Map<String, Printer> PRINTERS = Map.ofEntries(
            Map.entry("namespaces", Printers.NAMESPACES),
            Map.entry("nodes", new NodePrinter()),
            Map.entry("pods", new PodPrinter()),
            Map.entry("events", Printers.EVENTS),
            Map.entry("secrets", Printers.SECRETS),
            Map.entry("configmaps", Printers.CONFIG_MAPS),
            Map.entry("services", Printers.SERVICES),
            Map.entry("persistentvolumeclaims", Printers.CLAIMS),
            Map.entry("resourcequotas", Printers.QUOTAS),
            Map.entry("deployments.apps", Workloads.DEPLOYMENTS),
            Map.entry("replicasets.apps", Workloads.REPLICA_SETS),
            Map.entry("statefulsets.apps", Workloads.STATEFUL_SETS),
            Map.entry("daemonsets.apps", Workloads.DAEMON_SETS),
            Map.entry("jobs.batch", Workloads.JOBS),
            Map.entry("cronjobs.batch", Workloads.CRON_JOBS),
            Map.entry("horizontalpodautoscalers.autoscaling", Printers.AUTOSCALERS),
            Map.entry("ingresses.networking.k8s.io", Printers.INGRESSES));

    private final Printer printer;

    /** @param type as RBAC names it */
    public TablePrinter(String type) {
        this.printer = PRINTERS.getOrDefault(type, Printers.ANYTHING);
    }

    public TableRow row(ObjectNode object, Instant now) {
        JsonNode metadata = object.path("metadata");
        return new TableRow(
                printer.headings(),
                printer.cells(object, now),
                Tree.text(metadata, "namespace"),
                Tree.text(metadata, "name"),
                Tree.text(metadata, "uid"),
                Tree.text(metadata, "resourceVersion"),
                Tree.time(metadata, "creationTimestamp"),
                metadata.has("deletionTimestamp"),
                Tree.texts(metadata.path("labels")),
                owners(metadata));
    }

    private static List<OwnerReference> owners(JsonNode metadata) {
        return Tree.elements(metadata.path("ownerReferences")).stream()
                .map(owner -> new OwnerReference(
                        Tree.text(owner, "kind"),
                        Tree.text(owner, "name"),
                        Tree.text(owner, "uid"),
                        owner.path("controller").asBoolean(false)))
                .toList();
    }
}
