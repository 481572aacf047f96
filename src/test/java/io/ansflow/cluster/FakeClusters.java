package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.kubernetes.Diagnosis.Trace;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Clusters in memory, for tests of what stands on them: remembers what was asked, and finds out what it is told to. */
public class FakeClusters implements Clusters {
    /** What a test or check does. */
    public interface Check {
        Diagnosis run(CheckProgress progress) throws InterruptedException;
    }

    public final List<ClusterId> checksRequested = new CopyOnWriteArrayList<>();
    public final List<ClusterDraft> tested = new CopyOnWriteArrayList<>();
    public final List<ClusterDraft> saved = new CopyOnWriteArrayList<>();
    /** Opens when a test was interrupted. */
    public final CountDownLatch interrupted = new CountDownLatch(1);

    /** How many reads have failed. */
    public final AtomicInteger failures = new AtomicInteger();

    private static final Trace NOTHING = new Trace(List.of(), Duration.ZERO, 0);
    private final Map<Long, Cluster> clusters = new TreeMap<>();
    private Check check = progress -> connected();
    private @Nullable RuntimeException failure;

    public synchronized FakeClusters with(Cluster... some) {
        List.of(some).forEach(cluster -> clusters.put(cluster.id().value(), cluster));
        return this;
    }

    public synchronized void clear() {
        clusters.clear();
        checksRequested.clear();
        tested.clear();
        saved.clear();
        check = progress -> connected();
        failure = null;
    }

    public synchronized void remove(ClusterId id) {
        clusters.remove(id.value());
    }

    /** From now on clusters cannot be read, or can be again if null. */
    public void failing(@Nullable RuntimeException problem) {
        failure = problem;
    }

    /** Every test from now on does this. */
    public void finding(Check what) {
        check = what;
    }

    /** What is found where nothing is wrong. */
    public static Diagnosis connected() {
        return new Connected(
                new Facts(
                        "v1.33.2",
                        "system:serviceaccount:kube-system:ansflow",
                        12L,
                        new NodeCount(20, 19),
                        410L,
                        395L,
                        Duration.ofMillis(12)),
                new Trace(steps(Stage.values().length), Duration.ofMillis(340), 20_000));
    }

    /** The first stages of a check. */
    public static List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        for (Stage stage : List.of(Stage.values()).subList(0, count)) {
            steps.add(new Step(stage, Duration.ofMillis(3)));
        }
        return steps;
    }

    /** What the services say to a field that they refuse. */
    public static InvalidCluster refusal(String field, String key, Object... arguments) {
        return new InvalidCluster(field, Text.of(key, arguments));
    }

    /** What the services say if others come first each time. */
    public static TooManySaves tooManySaves() {
        return new TooManySaves(new IllegalStateException("deadlock"));
    }

    @Override
    public synchronized List<Cluster> list() {
        failIfAway();
        return clusters.values().stream()
                .sorted(Comparator.comparing(Cluster::name))
                .toList();
    }

    @Override
    public synchronized Optional<Cluster> find(ClusterId id) {
        failIfAway();
        return Optional.ofNullable(clusters.get(id.value()));
    }

    @Override
    public synchronized Optional<Cluster> find(String name) {
        return list().stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    @Override
    public Diagnosis test(ClusterDraft draft, Optional<ClusterId> existing, CheckProgress progress) {
        tested.add(draft);
        return found(progress);
    }

    @Override
    public SaveResult register(ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        return save(new ClusterId(1_000 + saved.size()), draft, evenIfUnreachable, progress);
    }

    @Override
    public SaveResult change(Cluster seen, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        if (find(seen.id()).orElseThrow().revision() != seen.revision()) {
            throw new ChangedMeanwhile(seen.id());
        }
        SaveResult result = save(seen.id(), draft, evenIfUnreachable, progress);
        if (result instanceof SaveResult.Saved) {
            with(edited(seen, draft));
        }
        return result;
    }

    @Override
    public synchronized void delete(ClusterId id, String typedName) {
        Cluster cluster = find(id).orElseThrow();
        if (!cluster.name().equals(typedName)) {
            throw refusal("name", "cluster.invalid.typedName");
        }
        clusters.remove(id.value());
    }

    @Override
    public void requestCheck(ClusterId id) {
        checksRequested.add(id);
    }

    @Override
    public Diagnosis check(ClusterId id, CheckProgress progress) throws InterruptedException {
        return check.run(progress);
    }

    private static Cluster edited(Cluster seen, ClusterDraft draft) {
        return new Cluster(
                seen.id(),
                seen.revision() + 1,
                draft.name(),
                draft.description(),
                draft.type(),
                draft.environment(),
                draft.defaultNamespace(),
                draft.defaultCluster(),
                seen.server(),
                seen.authMethod(),
                seen.storedCredentials(),
                draft.verifyTls(),
                seen.credentialExpiresAt(),
                seen.status());
    }

    private void failIfAway() {
        if (failure != null) {
            failures.incrementAndGet();
            throw failure;
        }
    }

    private Diagnosis found(CheckProgress progress) {
        try {
            return check.run(progress);
        } catch (InterruptedException e) {
            interrupted.countDown();
            return new Failed(ClusterFailure.of(FailureCode.CONNECTION_FAILED, "–", "–"), NOTHING);
        }
    }

    private SaveResult save(ClusterId id, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        Diagnosis diagnosis = found(progress);
        boolean reached =
                diagnosis.reachability() == Reachability.CONNECTED || diagnosis.reachability() == Reachability.LIMITED;
        if (!reached && !evenIfUnreachable) {
            return new SaveResult.Unreachable(diagnosis);
        }
        saved.add(draft);
        return new SaveResult.Saved(id, diagnosis);
    }
}
