package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.simulated.api.ApiServer;
import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.control.ControlPlane;
import io.ansflow.kubernetes.simulated.control.Past;
import io.ansflow.kubernetes.simulated.control.Timeline;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.world.Blueprint;
import io.ansflow.kubernetes.simulated.world.Builder;
import io.ansflow.kubernetes.simulated.world.Life;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One cluster in memory. Made when it is first asked something, it lives from then on; safe for concurrent use. */
final class SimulatedCluster {
    /** Versions count from here, a thousand a second, so that they go on growing from one process to the next. */
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final int VERSIONS_A_SECOND = 1000;
    private static final int REMEMBERED_CHANGES = 400;

    /** What had not been looked at for longer has stood still meanwhile. */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    private final Blueprint blueprint;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Store store;
    private final Kinds kinds;
    private final ApiServer api;
    private final Timeline timeline;
    private final ControlPlane plane;

    SimulatedCluster(Blueprint blueprint, Clock clock) {
        this.blueprint = blueprint;
        this.clock = clock;
        Instant now = clock.instant();
        timeline = new Timeline(now);
        store = new Store(Duration.between(BEGINNING, now).toSeconds() * VERSIONS_A_SECOND, REMEMBERED_CHANGES);
        kinds = new Kinds(store, blueprint.machines());
        SplittableRandom random = new SplittableRandom(blueprint.seed());
        Ids ids = new Ids(random.split());
        Writer writer = new Writer(store, kinds, ids, timeline::now);
        plane = new ControlPlane(
                store, writer, ids, timeline, random.split(), blueprint.machines(), blueprint.machines());
        Past past = new Past(writer, ids, timeline, random.split(), plane);
        List<ObjectKey> silent = new Builder(blueprint, kinds, past, random.split(), now).build();
        plane.begin();
        silent.forEach(node -> plane.silence(node, true));
        plane.settle();
        Duration pace = blueprint.pace();
        if (pace != null) {
            new Life(store, writer, plane, timeline, random.split(), pace).begin();
        }
        api = new ApiServer(store, kinds, writer, timeline::now);
        store.compact();
    }

    /** What can be looked at while nobody else does. */
    record Inside(String version, ApiServer api, Store store, Kinds kinds, Instant now) {}

    /** Looks into the cluster as it is now; what is done there has its immediate consequences. */
    <T> T inside(Function<Inside, T> work) {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (Duration.between(timeline.now(), now).compareTo(LONGEST_ABSENCE) > 0) {
                timeline.skipTo(now.minus(LONGEST_ABSENCE));
            }
            plane.advance(now);
            T result = work.apply(new Inside(blueprint.version(), api, store, kinds, timeline.now()));
            plane.settle();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
