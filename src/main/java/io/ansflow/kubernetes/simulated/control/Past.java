package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a cluster a past: workloads that have been there for a while, with the pods, replica sets and jobs that their
 * controllers would have made of them. The controllers find nothing to do about them.
 */
public final class Past {
    private static final double THOUSAND = 1000;
    private static final int MOST_PODS = 105;
    private static final Duration EVENTS = Duration.ofMinutes(58);

    private final Writer writer;
    private final Ids ids;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Events events;
    private final ControlPlane plane;
    private final Map<String, Room> rooms = new HashMap<>();

    /** What is left of a node. */
    private static final class Room {
        private final JsonNode node;
        private final double allCpu;
        private final double allMemory;
        private double cpu;
        private double memory;
        private int pods;

        Room(JsonNode node) {
            this.node = node;
            this.allCpu =
                    Amounts.value(Tree.at(node, "status", "allocatable", "cpu")).doubleValue();
            this.allMemory = Amounts.value(Tree.at(node, "status", "allocatable", "memory"))
                    .doubleValue();
        }

        boolean takes(double moreCpu, double moreMemory) {
            return cpu + moreCpu <= allCpu && memory + moreMemory <= allMemory && pods < MOST_PODS;
        }

        double load() {
            return Math.max(cpu / allCpu, memory / allMemory) + pods / THOUSAND;
        }
    }

    public Past(Writer writer, Ids ids, Timeline timeline, RandomGenerator random, ControlPlane plane) {
        this.writer = writer;
        this.ids = ids;
        this.timeline = timeline;
        this.random = random;
        this.plane = plane;
        this.events = plane.events();
    }

    private Instant now() {
        return timeline.now();
    }

    /** Places any object as of a moment. */
    public ObjectNode place(Kind kind, String namespace, ObjectNode object, String manager, Instant at) {
        return writer.place(kind, namespace, object, manager, at);
    }

    /** Places a node, on which pods can be placed from then on. */
    public void node(ObjectNode node, Instant at) {
        writer.place(Kinds.NODE, "", node, "kubelet", at);
        rooms.put(Tree.text(node, "metadata", "name"), new Room(node));
    }

    /**
     * Places a deployment, the replica sets of its last revisions, and its pods.
     *
     * @param rolledOut when its last revision was
     * @param pods how many there are, if not as many as it wants
     */
    public void deployment(
            String namespace,
            ObjectNode deployment,
            String manager,
            Instant at,
            Instant rolledOut,
            int revision,
            int pods) {
        ObjectNode template = (ObjectNode) Tree.at(deployment, "spec", "template");
        Tree.child(deployment, "metadata", "annotations").put(Deployments.REVISION, String.valueOf(revision));
        ObjectNode placed = writer.place(Kinds.DEPLOYMENT, namespace, deployment, manager, at);
        int replicas = Tree.number(placed, 1, "spec", "replicas");
        ObjectNode current = (ObjectNode) Tree.at(placed, "spec", "template").deepCopy();
        for (int old = Math.max(1, revision - 2); old < revision; old++) {
            ObjectNode former = current.deepCopy();
            ObjectNode container =
                    (ObjectNode) Tree.at(former, "spec", "containers").get(0);
            container.put("image", Versions.earlier(Tree.text(container, "image"), revision - old));
            Instant when =
                    at.plus(Duration.between(at, rolledOut).multipliedBy(old).dividedBy(revision));
            set(placed, former, old, 0, when);
        }
        ObjectNode set = set(placed, current, revision, replicas, rolledOut);
        Behaviour behaviour = Behaviour.of(template);
        int ready = 0;
        for (int i = 0; i < pods; i++) {
            ObjectNode pod = Plane.pod(set);
            String name = Tree.text(set, "metadata", "name") + "-" + ids.suffix();
            Tree.child(pod, "metadata").put("name", name).put("generateName", Tree.text(set, "metadata", "name") + "-");
            ready += pod(namespace, pod, since(rolledOut), behaviour) ? 1 : 0;
        }
        int available = ready;
        writer.status(key(Kinds.REPLICA_SET, set), Plane.MANAGER, changed -> {
            ObjectNode status = Tree.child(changed, "status").put("replicas", pods);
            ReplicaSets.count(status, "fullyLabeledReplicas", pods);
            ReplicaSets.count(status, "readyReplicas", available);
            ReplicaSets.count(status, "availableReplicas", available);
            status.put("observedGeneration", 1);
        });
        DeploymentStatus.settled(
                writer,
                key(Kinds.DEPLOYMENT, placed),
                replicas,
                ready,
                Tree.text(set, "metadata", "name"),
                at,
                rolledOut);
    }

    private ObjectNode set(ObjectNode deployment, ObjectNode template, int revision, int replicas, Instant at) {
        String namespace = Tree.text(deployment, "metadata", "namespace");
        String name = Tree.text(deployment, "metadata", "name");
        String hash = Ids.hash(template.toString());
        ObjectNode set = Tree.object();
        ObjectNode metadata = set.putObject("metadata").put("name", name + "-" + hash);
        ObjectNode labels = (ObjectNode) Tree.at(template, "metadata", "labels").deepCopy();
        metadata.set("labels", labels.put(Deployments.HASH, hash));
        int wanted = Tree.number(deployment, 1, "spec", "replicas");
        metadata.putObject("annotations")
                .put("deployment.kubernetes.io/desired-replicas", String.valueOf(wanted))
                .put("deployment.kubernetes.io/max-replicas", String.valueOf(wanted + Rollout.surge(deployment)))
                .put(Deployments.REVISION, String.valueOf(revision));
        Plane.own(set, deployment);
        ObjectNode spec = set.putObject("spec").put("replicas", replicas);
        ObjectNode selector =
                (ObjectNode) Tree.at(deployment, "spec", "selector").deepCopy();
        Tree.child(selector, "matchLabels").put(Deployments.HASH, hash);
        spec.set("selector", selector);
        ObjectNode ours = template.deepCopy();
        Tree.child(ours, "metadata", "labels").put(Deployments.HASH, hash);
        spec.set("template", ours);
        set.putObject("status").put("replicas", 0).put("observedGeneration", 1);
        return writer.place(Kinds.REPLICA_SET, namespace, set, Plane.MANAGER, at);
    }

    /** Places a stateful set, its pods and their volumes. */
    public void statefulSet(String namespace, ObjectNode set, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.STATEFUL_SET, namespace, set, manager, at);
        String revision = StatefulSets.revision(placed);
        int replicas = Tree.number(placed, 1, "spec", "replicas");
        for (int i = 0; i < replicas; i++) {
            ObjectNode pod = StatefulSets.pod(placed, i, revision);
            String name = Tree.text(pod, "metadata", "name");
            for (JsonNode template : Tree.at(placed, "spec", "volumeClaimTemplates")) {
                claim(namespace, StatefulSets.claim(placed, template, name), at);
            }
            pod(namespace, pod, since(at), Behaviour.of(pod));
        }
    }

    private void claim(String namespace, ObjectNode claim, Instant at) {
        String name = Tree.text(claim, "metadata", "name");
        String volume = "pvc-" + Ids.hash(namespace + name) + "-" + ids.suffix();
        Claims.bind(claim, volume);
        ObjectNode placed = writer.place(Kinds.CLAIM, namespace, claim, Plane.MANAGER, at);
        ObjectNode bound = Claims.volume(placed, volume);
        bound.putObject("status").put("phase", "Bound");
        writer.place(Kinds.VOLUME, "", bound, Plane.MANAGER, at);
    }

    /** Places a daemon set and its pods. */
    public void daemonSet(String namespace, ObjectNode set, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.DAEMON_SET, namespace, set, manager, at);
        String hash = DaemonSets.hash(placed);
        for (Room room : rooms.values().stream()
                .sorted(Comparator.comparing(any -> name(any.node)))
                .toList()) {
            ObjectNode pod = DaemonSets.pod(placed, hash, name(room.node));
            if (Placement.admits(room.node, pod)) {
                Tree.child(pod, "metadata").put("name", Tree.text(placed, "metadata", "name") + "-" + ids.suffix());
                pod(namespace, pod, since(at), Behaviour.of(pod));
            }
        }
    }

    /** Places a cron job and the jobs of its last runs. */
    public void cronJob(String namespace, ObjectNode cronJob, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.CRON_JOB, namespace, cronJob, manager, at);
        List<Instant> runs = runs(Tree.text(placed, "spec", "schedule"));
        for (Instant run : runs) {
            job(namespace, placed, run);
        }
        if (!runs.isEmpty()) {
            writer.status(
                    key(Kinds.CRON_JOB, placed),
                    Plane.MANAGER,
                    changed -> Tree.child(changed, "status")
                            .put("lastScheduleTime", Tree.stamp(runs.getLast()))
                            .put("lastSuccessfulTime", Tree.stamp(runs.getLast().plusSeconds(20))));
        }
    }

    /** The last three times at which a schedule was due. */
    private List<Instant> runs(String schedule) {
        for (Duration back : List.of(Duration.ofHours(1), Duration.ofDays(4), Duration.ofDays(24))) {
            List<Instant> all = Stream.iterate(
                            CronJobs.next(schedule, now().minus(back)),
                            Optional::isPresent,
                            run -> CronJobs.next(schedule, run.orElseThrow()))
                    .map(Optional::orElseThrow)
                    .takeWhile(run -> run.isBefore(now().minusSeconds(60)))
                    .toList();
            if (all.size() >= 3) {
                return all.subList(all.size() - 3, all.size());
            }
        }
        return List.of();
    }

    private void job(String namespace, ObjectNode cronJob, Instant at) {
        String name = Tree.text(cronJob, "metadata", "name") + "-" + at.getEpochSecond() / 60;
        Instant end = at.plusSeconds(random.nextInt(9, 50));
        ObjectNode job = CronJobs.job(cronJob, name);
        ObjectNode status = job.putObject("status");
        status.put("startTime", Tree.stamp(at)).put("completionTime", Tree.stamp(end));
        status.put("succeeded", 1).put("ready", 0).put("terminating", 0);
        Tree.child(status, "uncountedTerminatedPods");
        for (String condition : List.of("SuccessCriteriaMet", "Complete")) {
            Tree.setCondition(
                    job, condition, true, "CompletionsReached", "Reached expected number of succeeded pods", end);
        }
        ObjectNode placed = writer.place(Kinds.JOB, namespace, job, Plane.MANAGER, at);
        ObjectNode pod = Plane.pod(placed);
        Tree.child(pod, "metadata").put("name", name + "-" + ids.suffix());
        String node = room(pod).map(found -> name(found.node)).orElse("");
        PodPhases.scheduled(pod, node, at);
        PodPhases.creating(pod, host(node), at);
        PodPhases.running(pod, plane.address(node), at.plusSeconds(2));
        PodPhases.ended(pod, true, end);
        writer.place(Kinds.POD, namespace, pod, "kubelet", at);
    }

    /** Places a pod of its own. */
    public void pod(String namespace, ObjectNode pod, Instant at) {
        pod(namespace, pod, at, Behaviour.WELL);
    }

    /** @return whether it is ready */
    private boolean pod(String namespace, ObjectNode pod, Instant at, Behaviour behaviour) {
        String fixed = Tree.text(pod, "spec", "nodeName");
        Optional<Room> room = fixed.isEmpty() ? room(pod) : Optional.ofNullable(rooms.get(fixed));
        if (room.isEmpty()) {
            writer.place(Kinds.POD, namespace, pod, Plane.MANAGER, at);
            return false;
        }
        take(room.get(), pod);
        String node = name(room.get().node);
        PodPhases.scheduled(pod, node, at);
        PodPhases.creating(pod, host(node), at);
        if (behaviour == Behaviour.NO_IMAGE) {
            PodPhases.noImage(pod, true, at);
            noteMissingImage(writer.place(Kinds.POD, namespace, pod, "kubelet", at));
            return false;
        }
        if (!Tree.at(pod, "spec", "initContainers").isEmpty()) {
            PodPhases.initialised(pod, at.plusSeconds(2));
        }
        boolean host = Tree.at(pod, "spec", "hostNetwork").asBoolean(false);
        PodPhases.running(pod, host ? host(node) : plane.address(node), at.plusSeconds(3));
        if (behaviour != Behaviour.CRASH_LOOP && behaviour != Behaviour.NEVER_READY) {
            PodPhases.ready(pod, at.plusSeconds(7));
        }
        trouble(pod, at, behaviour);
        ObjectNode placed = writer.place(Kinds.POD, namespace, pod, "kubelet", at);
        note(placed, at, behaviour);
        return behaviour == Behaviour.WELL || behaviour == Behaviour.OUT_OF_MEMORY;
    }

    private void trouble(ObjectNode pod, Instant at, Behaviour behaviour) {
        int hours = Math.clamp(Duration.between(at, now()).toHours(), 1, 300);
        switch (behaviour) {
            case CRASH_LOOP -> {
                for (int i = 0; i < hours * 11; i++) {
                    PodPhases.restarted(pod, now().minusSeconds(100));
                }
                PodPhases.crashed(pod, "Error", 1, now().minusSeconds(90));
                PodPhases.backOff(pod, "5m0s");
            }
            case OUT_OF_MEMORY -> {
                PodPhases.crashed(pod, "OOMKilled", 137, now().minusSeconds(1500));
                for (int i = 0; i < hours / 3 + 2; i++) {
                    PodPhases.restarted(pod, now().minusSeconds(1498));
                }
                PodPhases.ready(pod, now().minusSeconds(1490));
            }
            case WELL -> {
                if (random.nextInt(14) == 0) {
                    Instant restart = at.plus(Duration.between(at, now())
                            .multipliedBy(random.nextInt(20, 90))
                            .dividedBy(100));
                    PodPhases.crashed(pod, random.nextBoolean() ? "Error" : "OOMKilled", 1, restart.minusSeconds(2));
                    PodPhases.restarted(pod, restart);
                    PodPhases.ready(pod, restart.plusSeconds(8));
                }
            }
            case NEVER_READY, FAIL, NO_IMAGE -> {}
        }
    }

    private void note(ObjectNode pod, Instant at, Behaviour behaviour) {
        String container = Tree.text(Tree.at(pod, "spec", "containers").path(0), "name");
        switch (behaviour) {
            case CRASH_LOOP ->
                events.past(
                        pod,
                        "kubelet",
                        true,
                        "BackOff",
                        "Back-off restarting failed container " + container + " in pod "
                                + Tree.text(pod, "metadata", "name") + "_" + Tree.text(pod, "metadata", "namespace")
                                + "("
                                + Tree.text(pod, "metadata", "uid") + ")",
                        EVENTS,
                        Duration.ofSeconds(88),
                        231);
            case NEVER_READY ->
                events.past(
                        pod,
                        "kubelet",
                        true,
                        "Unhealthy",
                        "Readiness probe failed: HTTP probe failed with statuscode: 503",
                        EVENTS,
                        Duration.ofSeconds(20),
                        114);
            default -> {
                Duration age = Duration.between(at, now());
                if (age.compareTo(EVENTS) < 0) {
                    events.past(
                            pod,
                            "kubelet",
                            false,
                            "Started",
                            "Started container " + container,
                            age.minusSeconds(3),
                            age,
                            1);
                }
            }
        }
    }

    private void noteMissingImage(ObjectNode pod) {
        String image = Tree.text(Tree.at(pod, "spec", "containers").path(0), "image");
        events.past(
                pod,
                "kubelet",
                true,
                "Failed",
                "Failed to pull image \"" + image
                        + "\": rpc error: code = NotFound desc = failed to pull and unpack image \"" + image + "\": "
                        + image + ": not found",
                EVENTS,
                Duration.ofSeconds(140),
                12);
        events.past(
                pod,
                "kubelet",
                false,
                "BackOff",
                "Back-off pulling image \"" + image + "\"",
                EVENTS,
                Duration.ofSeconds(12),
                240);
    }

    /** When a pod of a workload began: mostly with it, at times later, when another one had gone. */
    private Instant since(Instant workload) {
        long age = Math.max(60, Duration.between(workload, now()).toSeconds());
        return random.nextInt(4) > 0
                ? workload.plusSeconds(random.nextInt(2, 40))
                : now().minusSeconds(random.nextLong(age / 20 + 30, age));
    }

    private Optional<Room> room(ObjectNode pod) {
        Map<String, BigDecimal> requests = Amounts.ofPod(pod, "requests");
        double cpu = requests.getOrDefault("cpu", BigDecimal.ZERO).doubleValue();
        double memory = requests.getOrDefault("memory", BigDecimal.ZERO).doubleValue();
        return rooms.values().stream()
                .filter(room -> room.takes(cpu, memory)
                        && !Tree.at(room.node, "spec", "unschedulable").asBoolean(false)
                        && Placement.admits(room.node, pod))
                .min(Comparator.comparingDouble(Room::load).thenComparing(room -> name(room.node)));
    }

    private static void take(Room room, ObjectNode pod) {
        Map<String, BigDecimal> requests = Amounts.ofPod(pod, "requests");
        room.cpu += requests.getOrDefault("cpu", BigDecimal.ZERO).doubleValue();
        room.memory += requests.getOrDefault("memory", BigDecimal.ZERO).doubleValue();
        room.pods++;
    }

    private String host(String node) {
        Room room = rooms.get(node);
        return room == null
                ? ""
                : Tree.text(Tree.at(room.node, "status", "addresses").path(0), "address");
    }

    private static String name(JsonNode node) {
        return Tree.text(node, "metadata", "name");
    }

    private static ObjectKey key(Kind kind, JsonNode object) {
        return kind.key(Tree.text(object, "metadata", "namespace"), Tree.text(object, "metadata", "name"));
    }
}
