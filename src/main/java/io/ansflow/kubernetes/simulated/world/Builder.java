package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.control.Past;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Builds a cluster after its blueprint. */
public final class Builder {
    private static final int AGE_OF_THE_CLUSTER = 400;
    private static final String HELM = "helm";
    private static final String KUBECTL = "kubectl-client-side-apply";

    private final Blueprint blueprint;
    private final Kinds kinds;
    private final Past past;
    private final RandomGenerator random;
    private final Instant now;
    private final List<ObjectKey> silent = new ArrayList<>();
    private int nodes;

    public Builder(Blueprint blueprint, Kinds kinds, Past past, RandomGenerator random, Instant now) {
        this.blueprint = blueprint;
        this.kinds = kinds;
        this.past = past;
        this.random = random;
        this.now = now;
    }

    /**
     * Builds it.
     *
     * @return the nodes that do not answer
     */
    public List<ObjectKey> build() {
        platform();
        blueprint.lines().forEach(this::build);
        return silent;
    }

    private void platform() {
        Instant birth = ago(AGE_OF_THE_CLUSTER, 0);
        for (ObjectNode role : List.of(Platform.adminRole(), Platform.editRole(), Platform.viewRole())) {
            past.place(Kinds.CLUSTER_ROLE, "", role, "kube-apiserver", birth);
        }
        past.place(
                Kinds.CLUSTER_ROLE_BINDING,
                "",
                Platform.binding("cluster-admin", "cluster-admin", "{'kind':'Group','name':'system:masters'}"),
                "kube-apiserver",
                birth);
        past.place(
                Kinds.CLUSTER_ROLE_BINDING,
                "",
                Platform.binding(
                        "ansflow",
                        "cluster-admin",
                        "{'kind':'ServiceAccount','name':'ansflow','namespace':'kube-system'},{'kind':'User','name':'ansflow'}"),
                KUBECTL,
                birth);
        past.place(kinds.of("storageclasses.storage.k8s.io"), "", Platform.storageClass(), KUBECTL, birth);
    }

    private void build(Line line) {
        switch (line.what()) {
            case "nodes" -> nodes(line);
            case "namespace" -> namespace(line);
            case "quota" ->
                past.place(Kinds.QUOTA, line.words().getFirst(), NamespaceManifests.quota(line), KUBECTL, ago(60, 0));
            case "limits" ->
                past.place(Kinds.LIMITS, line.words().getFirst(), NamespaceManifests.limits(line), KUBECTL, ago(60, 0));
            case "deployment" -> {
                Instant at = created(line);
                Instant rolled = rolled(line, at);
                companions(line, at);
                past.deployment(
                        line.namespace(),
                        Manifests.deployment(line),
                        HELM,
                        at,
                        rolled,
                        line.number("revision", 1),
                        line.number("placed", line.number("replicas", 1)));
            }
            case "statefulset" -> {
                companions(line, created(line));
                past.statefulSet(line.namespace(), Manifests.statefulSet(line), HELM, created(line));
            }
            case "daemonset" -> past.daemonSet(line.namespace(), Manifests.daemonSet(line), HELM, created(line));
            case "cronjob" -> past.cronJob(line.namespace(), Manifests.cronJob(line), HELM, created(line));
            case "pod" -> past.pod(line.namespace(), Manifests.pod(line), created(line));
            default -> {
                // The line that says of which version the cluster is.
            }
        }
    }

    private void nodes(Line line) {
        int count = Integer.parseInt(line.words().getFirst());
        for (int i = 1; i <= count; i++) {
            String name = line.words().get(1) + "-" + i;
            ObjectNode node = Platform.node(line, name, nodes++, blueprint.version(), now);
            past.node(node, ago(AGE_OF_THE_CLUSTER - nodes, i * 7));
            if (line.has("silent")) {
                silent.add(Kinds.NODE.key("", name));
            }
        }
    }

    private void namespace(Line line) {
        Instant at = ago(
                line.options().isEmpty()
                        ? AGE_OF_THE_CLUSTER
                        : line.words().getFirst().length() * 9,
                0);
        String name = line.words().getFirst();
        past.place(
                Kinds.NAMESPACE,
                "",
                NamespaceManifests.namespace(line),
                line.options().isEmpty() ? "kube-apiserver" : KUBECTL,
                at);
        past.place(Kinds.ACCOUNT, name, Tree.parse("{'metadata':{'name':'default'}}"), "kube-controller-manager", at);
        past.place(
                Kinds.CONFIG_MAP,
                name,
                Tree.parse("{'metadata':{'name':'kube-root-ca.crt'},'data':{'ca.crt':'simulated'}}"),
                "kube-controller-manager",
                at);
    }

    private void companions(Line line, Instant at) {
        String namespace = line.namespace();
        if (line.has("config")) {
            place(Kinds.CONFIG_MAP, namespace, Manifests.configMap(line), at);
        }
        if (line.has("secret")) {
            byte[] password = Long.toString(random.nextLong() >>> 1, 36).getBytes(StandardCharsets.US_ASCII);
            place(
                    Kinds.SECRET,
                    namespace,
                    Manifests.secret(line, Base64.getEncoder().encodeToString(password)),
                    at);
        }
        if (line.has("port")) {
            place(Kinds.SERVICE, namespace, Manifests.service(line), at);
        }
        if (line.has("host")) {
            place(Kinds.INGRESS, namespace, Manifests.ingress(line), at);
        }
        if (line.has("hpa")) {
            place(Kinds.AUTOSCALER, namespace, Manifests.autoscaler(line), at);
        }
    }

    private void place(Kind kind, String namespace, ObjectNode object, Instant at) {
        past.place(kind, namespace, object, HELM, at);
    }

    private Instant created(Line line) {
        return ago(line.number("days", 30), line.name().length() * 11);
    }

    private Instant rolled(Line line, Instant created) {
        Instant rolled = now.minus(Duration.ofHours(line.number("rolled", 0)))
                .minusSeconds(line.name().length() * 97L);
        return line.has("rolled") && rolled.isAfter(created) ? rolled : created;
    }

    /** So many days ago, by the beginning of this day: the same for whoever builds it today. */
    private Instant ago(int days, int minutes) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Instant then = today.minus(Duration.ofDays(days)).plus(Duration.ofMinutes(minutes * 13L % 1440));
        return then.isAfter(now) ? now : then;
    }
}
