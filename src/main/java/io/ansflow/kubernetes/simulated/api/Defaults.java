package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills in what was left out, as the API server does.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/v1/defaults.go">defaults.go</a>
 */
final class Defaults {
    private static final int ADDRESSES = 200;

    private static final Map<String, Consumer<ObjectNode>> BY_KIND = Map.ofEntries(
            Map.entry("namespaces", Defaults::namespace),
            Map.entry("pods", Defaults::pod),
            Map.entry("services", Defaults::service),
            Map.entry("secrets", secret -> text(secret, "type", "Opaque")),
            Map.entry("limitranges", Defaults::limits),
            Map.entry("persistentvolumeclaims", claim -> text(spec(claim), "volumeMode", "Filesystem")),
            Map.entry("deployments.apps", Defaults::deployment),
            Map.entry("replicasets.apps", Defaults::replicaSet),
            Map.entry("statefulsets.apps", Defaults::statefulSet),
            Map.entry("daemonsets.apps", Defaults::daemonSet),
            Map.entry("jobs.batch", Defaults::job),
            Map.entry("cronjobs.batch", Defaults::cronJob),
            Map.entry("horizontalpodautoscalers.autoscaling", Defaults::autoscaler),
            Map.entry("rolebindings.rbac.authorization.k8s.io", Defaults::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", Defaults::binding));

    private Defaults() {}

    static void fill(Kind kind, ObjectNode object) {
        BY_KIND.getOrDefault(kind.name(), any -> {}).accept(object);
    }

    private static void namespace(ObjectNode namespace) {
        ArrayNode finalizers = Tree.list(spec(namespace), "finalizers");
        if (finalizers.isEmpty() && !Tree.child(namespace, "metadata").has("deletionTimestamp")) {
            finalizers.add("kubernetes");
        }
        Tree.child(namespace, "metadata", "labels")
                .put("kubernetes.io/metadata.name", Tree.text(namespace, "metadata", "name"));
        text(Tree.child(namespace, "status"), "phase", "Active");
    }

    private static void pod(ObjectNode pod) {
        podSpec(spec(pod));
        flag(spec(pod), "enableServiceLinks", true);
        ObjectNode spec = spec(pod);
        text(spec, "serviceAccountName", "default");
        text(spec, "serviceAccount", Tree.text(spec, "serviceAccountName"));
        number(spec, "priority", 0);
        text(spec, "preemptionPolicy", "PreemptLowerPriority");
        if (!spec.has("tolerations")) {
            ArrayNode tolerations = spec.putArray("tolerations");
            for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
                tolerations
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", 300);
            }
        }
        for (JsonNode container : spec.path("containers")) {
            requestWhatIsLimited((ObjectNode) container);
        }
        text(Tree.child(pod, "status"), "phase", "Pending");
        text(Tree.child(pod, "status"), "qosClass", QualityOfService.of(pod));
    }

    private static void requestWhatIsLimited(ObjectNode container) {
        if (Tree.at(container, "resources", "limits") instanceof ObjectNode limits) {
            ObjectNode requests = Tree.child(container, "resources", "requests");
            limits.forEachEntry((resource, amount) -> {
                if (!requests.has(resource)) {
                    requests.set(resource, amount);
                }
            });
        }
    }

    private static void podSpec(ObjectNode spec) {
        for (String containers : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(containers)) {
                if (container instanceof ObjectNode object) {
                    container(object);
                }
            }
        }
        spec.path("volumes").forEach(volume -> {
            for (String source : List.of("configMap", "secret", "projected", "downwardAPI")) {
                if (volume.get(source) instanceof ObjectNode files) {
                    number(files, "defaultMode", 420);
                }
            }
            if (volume.get("hostPath") instanceof ObjectNode path) {
                text(path, "type", "");
            }
        });
        text(spec, "restartPolicy", "Always");
        number(spec, "terminationGracePeriodSeconds", 30);
        text(spec, "dnsPolicy", "ClusterFirst");
        Tree.child(spec, "securityContext");
        text(spec, "schedulerName", "default-scheduler");
        if (spec.has("serviceAccountName")) {
            text(spec, "serviceAccount", Tree.text(spec, "serviceAccountName"));
        }
    }

    private static void container(ObjectNode container) {
        container.path("ports").forEach(port -> text((ObjectNode) port, "protocol", "TCP"));
        for (JsonNode amounts : Tree.child(container, "resources")) {
            if (amounts instanceof ObjectNode object) {
                object.properties()
                        .forEach(amount -> object.set(amount.getKey(), Amounts.canonical(amount.getValue())));
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode object) {
                probe(object);
            }
        }
        container.path("env").forEach(variable -> {
            if (Tree.at(variable, "valueFrom", "fieldRef") instanceof ObjectNode field) {
                text(field, "apiVersion", "v1");
            }
        });
        text(container, "terminationMessagePath", "/dev/termination-log");
        text(container, "terminationMessagePolicy", "File");
        String image = Tree.text(container, "image");
        boolean latest = image.endsWith(":latest") || image.lastIndexOf(':') <= image.lastIndexOf('/');
        text(container, "imagePullPolicy", latest && !image.contains("@") ? "Always" : "IfNotPresent");
    }

    private static void probe(ObjectNode probe) {
        if (probe.get("httpGet") instanceof ObjectNode get) {
            text(get, "path", "/");
            text(get, "scheme", "HTTP");
        }
        number(probe, "timeoutSeconds", 1);
        number(probe, "periodSeconds", 10);
        number(probe, "successThreshold", 1);
        number(probe, "failureThreshold", 3);
    }

    private static void template(ObjectNode spec) {
        podSpec(Tree.child(spec, "template", "spec"));
    }

    private static void deployment(ObjectNode deployment) {
        ObjectNode spec = spec(deployment);
        number(spec, "replicas", 1);
        template(spec);
        ObjectNode strategy = Tree.child(spec, "strategy");
        text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Tree.child(strategy, "rollingUpdate");
            text(rolling, "maxUnavailable", "25%");
            text(rolling, "maxSurge", "25%");
        }
        number(spec, "revisionHistoryLimit", 10);
        number(spec, "progressDeadlineSeconds", 600);
    }

    private static void replicaSet(ObjectNode set) {
        number(spec(set), "replicas", 1);
        template(spec(set));
    }

    private static void statefulSet(ObjectNode set) {
        ObjectNode spec = spec(set);
        number(spec, "replicas", 1);
        template(spec);
        text(spec, "podManagementPolicy", "OrderedReady");
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            number(Tree.child(strategy, "rollingUpdate"), "partition", 0);
        }
        number(spec, "revisionHistoryLimit", 10);
        spec.path("volumeClaimTemplates").forEach(claim -> {
            text((ObjectNode) claim, "apiVersion", "v1");
            text((ObjectNode) claim, "kind", "PersistentVolumeClaim");
            text(spec((ObjectNode) claim), "volumeMode", "Filesystem");
            text(Tree.child((ObjectNode) claim, "status"), "phase", "Pending");
        });
    }

    private static void daemonSet(ObjectNode set) {
        ObjectNode spec = spec(set);
        template(spec);
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            number(Tree.child(strategy, "rollingUpdate"), "maxUnavailable", 1);
            number(Tree.child(strategy, "rollingUpdate"), "maxSurge", 0);
        }
        number(spec, "revisionHistoryLimit", 10);
    }

    /** Its selector is made up from its uid, so that jobs do not get hold of each other's pods. */
    private static void job(ObjectNode job) {
        ObjectNode spec = spec(job);
        jobSpec(spec);
        if (!spec.path("manualSelector").asBoolean(false) && !spec.has("selector")) {
            String uid = Tree.text(job, "metadata", "uid");
            Tree.child(spec, "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
            ObjectNode labels = Tree.child(spec, "template", "metadata", "labels");
            String name = Tree.text(job, "metadata", "name");
            labels.put("batch.kubernetes.io/controller-uid", uid);
            labels.put("batch.kubernetes.io/job-name", name);
            labels.put("controller-uid", uid);
            labels.put("job-name", name);
            ObjectNode own = Tree.child(job, "metadata", "labels");
            if (own.isEmpty()) {
                own.setAll(labels);
            }
        }
    }

    private static void jobSpec(ObjectNode spec) {
        template(spec);
        number(spec, "parallelism", 1);
        number(spec, "completions", 1);
        number(spec, "backoffLimit", 6);
        text(spec, "completionMode", "NonIndexed");
        flag(spec, "suspend", false);
        text(spec, "podReplacementPolicy", "TerminatingOrFailed");
    }

    private static void cronJob(ObjectNode cronJob) {
        ObjectNode spec = spec(cronJob);
        text(spec, "concurrencyPolicy", "Allow");
        flag(spec, "suspend", false);
        number(spec, "successfulJobsHistoryLimit", 3);
        number(spec, "failedJobsHistoryLimit", 1);
        podSpec(Tree.child(spec, "jobTemplate", "spec", "template", "spec"));
    }

    private static void autoscaler(ObjectNode autoscaler) {
        ObjectNode spec = spec(autoscaler);
        number(spec, "minReplicas", 1);
        if (!spec.has("metrics")) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", 80);
        }
    }

    private static void service(ObjectNode service) {
        ObjectNode spec = spec(service);
        text(spec, "type", "ClusterIP");
        text(spec, "sessionAffinity", "None");
        String type = Tree.text(spec, "type");
        if (!type.equals("ExternalName")) {
            int hash = Math.floorMod(Tree.text(service, "metadata", "uid").hashCode(), ADDRESSES * ADDRESSES);
            text(spec, "clusterIP", "10.96." + (hash / ADDRESSES + 1) + "." + (hash % ADDRESSES + 10));
            if (!spec.has("clusterIPs")) {
                spec.putArray("clusterIPs").add(Tree.text(spec, "clusterIP"));
            }
            if (!spec.has("ipFamilies")) {
                spec.putArray("ipFamilies").add("IPv4");
            }
            text(spec, "ipFamilyPolicy", "SingleStack");
            text(spec, "internalTrafficPolicy", "Cluster");
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (outside) {
            text(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            flag(spec, "allocateLoadBalancerNodePorts", true);
        }
        for (JsonNode port : spec.path("ports")) {
            text((ObjectNode) port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
            if (outside) {
                int hash = (Tree.text(service, "metadata", "uid") + Tree.text(port, "port")).hashCode();
                number((ObjectNode) port, "nodePort", 30_000 + Math.floorMod(hash, 2768));
            }
        }
        Tree.child(Tree.child(service, "status"), "loadBalancer");
    }

    /** Maxima are limits, and limits are requests, unless something else is said. */
    private static void limits(ObjectNode range) {
        for (JsonNode limit : spec(range).path("limits")) {
            if (Tree.text(limit, "type").equals("Container")) {
                ObjectNode item = (ObjectNode) limit;
                copyMissing(item, "max", "default");
                copyMissing(item, "default", "defaultRequest");
                copyMissing(item, "min", "defaultRequest");
            }
        }
    }

    private static void copyMissing(ObjectNode item, String from, String to) {
        if (item.get(from) instanceof ObjectNode source) {
            ObjectNode target = Tree.child(item, to);
            source.forEachEntry((resource, amount) -> {
                if (!target.has(resource)) {
                    target.set(resource, amount);
                }
            });
        }
    }

    private static void binding(ObjectNode binding) {
        text(Tree.child(binding, "roleRef"), "apiGroup", "rbac.authorization.k8s.io");
        for (JsonNode subject : binding.path("subjects")) {
            if (!Tree.text(subject, "kind").equals("ServiceAccount")) {
                text((ObjectNode) subject, "apiGroup", "rbac.authorization.k8s.io");
            }
        }
    }

    private static ObjectNode spec(ObjectNode object) {
        return Tree.child(object, "spec");
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }

    private static void number(ObjectNode node, String name, int value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }

    private static void flag(ObjectNode node, String name, boolean value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }
}
