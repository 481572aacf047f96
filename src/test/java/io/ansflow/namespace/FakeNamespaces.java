package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.FakeOperations;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Namespaces without a cluster, for tests of what stands on them: remembers what was done, and answers what it is told to. */
public class FakeNamespaces implements Namespaces {
    /** Every change that was asked for, in a few words. */
    public final List<String> changes = new CopyOnWriteArrayList<>();

    /** Drafts that were to be created. */
    public final List<NamespaceDraft> drafts = new CopyOnWriteArrayList<>();

    /** Edits that were to be made. */
    public final List<NamespaceEdit> edits = new CopyOnWriteArrayList<>();

    /** What is seen of the namespace that goes. */
    public final BlockingQueue<NamespaceEnd> ends = new LinkedBlockingQueue<>();

    private final Map<String, Answer<NamespaceDetail>> details = new ConcurrentHashMap<>();
    private final Map<ClusterId, ClusterFailure> refusals = new ConcurrentHashMap<>();
    private final FakeOperations operations;
    private volatile @Nullable InvalidInput invalid;
    private volatile @Nullable RuntimeException mistake;
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile @Nullable ClusterFailure failure;

    public FakeNamespaces(FakeOperations operations) {
        this.operations = operations;
    }

    public void clear() {
        changes.clear();
        drafts.clear();
        edits.clear();
        ends.clear();
        details.clear();
        refusals.clear();
        invalid = null;
        mistake = null;
        failure = null;
        answering.countDown();
    }

    /** Rehearsals do not end from now on, until the latch is counted down. */
    public CountDownLatch hold() {
        answering = new CountDownLatch(1);
        return answering;
    }

    /** Every draft or change is a mistake of ours from now on. */
    public void mistaken(RuntimeException what) {
        mistake = what;
    }

    public void with(long cluster, NamespaceDetail detail) {
        details.put(cluster + "/" + detail.name(), Answer.of(detail));
    }

    /** It cannot be read. */
    public void unreadable(long cluster, String name, ClusterFailure why) {
        details.put(cluster + "/" + name, Answer.failed(why));
    }

    /** What the cluster says of every draft. */
    public void refusing(long cluster, ClusterFailure why) {
        refusals.put(new ClusterId(cluster), why);
    }

    /** Every draft or change makes no sense from now on. */
    public void invalid(InvalidInput why) {
        invalid = why;
    }

    /** Every change fails from now on, or none if null. */
    public void failing(@Nullable ClusterFailure why) {
        failure = why;
    }

    @Override
    public Answer<NamespaceDetail> find(ClusterId cluster, NamespaceName name) {
        return details.getOrDefault(
                cluster + "/" + name, Answer.failed(ClusterFailure.of(FailureCode.NOT_FOUND, "namespaces/" + name)));
    }

    @Override
    public Optional<ClusterFailure> rehearse(ClusterId cluster, NamespaceDraft draft) {
        check();
        changes.add("rehearse " + draft.name() + " in " + cluster);
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while rehearsing");
        }
        return Optional.ofNullable(refusals.get(cluster));
    }

    @Override
    public List<Creation> create(Collection<ClusterId> clusters, NamespaceDraft draft, Consumer<Creation> sink) {
        throw new UnsupportedOperationException("Views create by an operation");
    }

    @Override
    public OperationId start(Collection<ClusterId> clusters, NamespaceDraft draft) {
        check();
        changes.add("create " + draft.name() + " in " + clusters);
        drafts.add(draft);
        return operations.add(
                Text.of("namespace.create.title", draft.name().value(), clusters.size()),
                clusters.stream()
                        .map(cluster -> new Target(
                                cluster, "namespaces", "", draft.name().value(), null))
                        .toArray(Target[]::new));
    }

    @Override
    public List<Creation> resume(Collection<Creation> before, NamespaceDraft draft, Consumer<Creation> sink) {
        throw new UnsupportedOperationException("Views resume by an operation");
    }

    @Override
    public Answer<NamespaceDetail> edit(ClusterId cluster, NamespaceEdit edit) {
        check();
        changes.add("edit " + edit.seen().name() + " in " + cluster + (edit.takeOver() ? " by force" : ""));
        edits.add(edit);
        ClusterFailure why = failure;
        return why == null ? Answer.of(edit.seen()) : Answer.failed(why);
    }

    @Override
    public Answer<NamespaceEnd> delete(NamespaceDeletion deletion) {
        check();
        changes.add("delete " + deletion.name() + " in " + deletion.cluster() + " " + deletion.uid()
                + (deletion.productionConfirmed() ? " in production" : ""));
        ClusterFailure why = failure;
        return why == null ? Answer.of(new NamespaceEnd.Terminating(List.of())) : Answer.failed(why);
    }

    @Override
    public Answer<NamespaceEnd> follow(
            ClusterId cluster, NamespaceName name, String uid, Duration atMost, Consumer<NamespaceEnd> sink) {
        try {
            NamespaceEnd end;
            do {
                end = ends.take();
                sink.accept(end);
            } while (!(end instanceof NamespaceEnd.Gone));
            return Answer.of(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while following");
        }
    }

    private void check() {
        InvalidInput problem = invalid;
        if (problem != null) {
            throw problem;
        }
        RuntimeException other = mistake;
        if (other != null) {
            throw other;
        }
    }
}
