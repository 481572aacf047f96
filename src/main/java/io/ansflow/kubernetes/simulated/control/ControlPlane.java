package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Change;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** All that makes a cluster live: told of every change, it brings the rest in line, now and as time goes by. */
public final class ControlPlane {
    /** More than any change can lead to; a loop of controllers ends here, and is a mistake. */
    private static final int MOST_STEPS = 1_000_000;

    /** What a past cannot settle: they wait for a time, or measure, or may have been refused something. */
    private static final List<Kind> UNSETTLED =
            List.of(Kinds.NODE, Kinds.CRON_JOB, Kinds.AUTOSCALER, Kinds.QUOTA, Kinds.REPLICA_SET, Kinds.STATEFUL_SET);

    /** Quotas do not count these. */
    private static final Set<String> NOT_COUNTED = Set.of("events", "resourcequotas");

    private final Plane plane;
    private final Kubelet kubelet;
    private final Nodes nodes;
    private final Scheduler scheduler;
    private final Garbage garbage;
    private final Map<String, List<Controller>> controllers = new HashMap<>();
    private boolean listening;

    /**
     * @param machines whether pods are scheduled and run; a bare control plane leaves them pending
     * @param metrics whether autoscalers have anything to measure with
     */
    public ControlPlane(
            Store store,
            Writer writer,
            Ids ids,
            Timeline timeline,
            RandomGenerator random,
            boolean machines,
            boolean metrics) {
        plane = new Plane(store, writer, ids, timeline, random);
        kubelet = new Kubelet(plane);
        nodes = new Nodes(plane);
        scheduler = new Scheduler(plane);
        garbage = new Garbage(plane);
        controllers.put(Kinds.NAMESPACE.name(), List.of(new Namespaces(plane)));
        controllers.put(Kinds.DEPLOYMENT.name(), List.of(new Deployments(plane)));
        controllers.put(Kinds.REPLICA_SET.name(), List.of(new ReplicaSets(plane)));
        controllers.put(Kinds.STATEFUL_SET.name(), List.of(new StatefulSets(plane)));
        controllers.put(Kinds.DAEMON_SET.name(), List.of(new DaemonSets(plane)));
        controllers.put(Kinds.JOB.name(), List.of(new Jobs(plane)));
        controllers.put(Kinds.CRON_JOB.name(), List.of(new CronJobs(plane)));
        controllers.put(Kinds.AUTOSCALER.name(), List.of(new Autoscalers(plane, metrics)));
        controllers.put(Kinds.QUOTA.name(), List.of(new Quotas(plane)));
        controllers.put(Kinds.CLAIM.name(), List.of(new Claims(plane)));
        if (machines) {
            controllers.put(Kinds.POD.name(), List.of(scheduler, kubelet));
            controllers.put(Kinds.NODE.name(), List.of(nodes));
        }
        store.listen(this::noticed);
    }

    /** What was there before is taken as it is; from now on the cluster lives. */
    public void begin() {
        listening = true;
        for (Entry pod : plane.store().all(Kinds.POD.name())) {
            if (pod.node().isEmpty()) {
                plane.look(pod.key());
            } else {
                kubelet.adopt(pod, Behaviour.of(pod.tree()));
            }
        }
        UNSETTLED.forEach(kind -> plane.store().all(kind.name()).forEach(entry -> plane.look(entry.key())));
        settle();
    }

    /** Goes on to a time, with all that happens until then. */
    public void advance(Instant to) {
        plane.timeline().advance(to, this::settle);
    }

    /** Does what is to be done at once. */
    public void settle() {
        int steps = 0;
        while (!plane.due().isEmpty()) {
            ObjectKey key = plane.due().removeFirst();
            for (Controller controller : controllers.getOrDefault(key.type(), List.of())) {
                Entry entry = plane.store().find(key);
                if (entry != null) {
                    controller.reconcile(entry);
                }
            }
            if (++steps > MOST_STEPS) {
                throw new IllegalStateException("The controllers do not come to rest at " + key);
            }
        }
    }

    /** Lets a container of a pod crash. */
    public void crash(Entry pod, String reason, int exitCode) {
        kubelet.crash(pod, reason, exitCode);
    }

    /** Lets a node go silent, or answer again. */
    public void silence(ObjectKey node, boolean silent) {
        if (silent) {
            nodes.silence(node);
        } else {
            nodes.wake(node);
        }
    }

    Events events() {
        return plane.events();
    }

    /** An address for a pod of a node. */
    public String address(String node) {
        return kubelet.address(node);
    }

    /** Makes a node one that works. */
    public static void working(ObjectNode node, Instant now) {
        Nodes.working(node, now);
    }

    private void noticed(Change change) {
        scheduler.noticed(change);
        if (!listening) {
            return;
        }
        ObjectKey key = change.key();
        if (controllers.containsKey(key.type())) {
            plane.look(key);
        }
        garbage.noticed(change);
        lookAtOwners(change);
        boolean counted = !NOT_COUNTED.contains(key.type()) && !key.namespace().isEmpty();
        if (counted) {
            plane.store().all(Kinds.QUOTA.name(), key.namespace()).forEach(quota -> plane.look(quota.key()));
        }
    }

    private void lookAtOwners(Change change) {
        Entry entry = change.after() == null ? change.before() : change.after();
        if (entry != null && !entry.owners().isEmpty()) {
            ObjectKey owner = Plane.controller(entry.tree());
            if (owner != null) {
                plane.look(owner);
            }
        }
    }
}
