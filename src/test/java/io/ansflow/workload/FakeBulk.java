package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.operation.FakeOperations;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Changes of many objects without clusters: all are as a test says, or would be changed. */
public class FakeBulk implements BulkChanges {
    /** What was started, in a few words. */
    public final List<String> started = new CopyOnWriteArrayList<>();

    private final Map<String, Step> steps = new HashMap<>();
    private final FakeOperations operations;

    public FakeBulk(FakeOperations operations) {
        this.operations = operations;
    }

    public synchronized void clear() {
        started.clear();
        steps.clear();
    }

    /** What the preview says of one object from now on. */
    public synchronized void step(Step step) {
        steps.put(step.target().path(), step);
    }

    @Override
    public synchronized List<Step> preview(List<Target> targets, Change change) {
        if (targets.size() > MAX_TARGETS) {
            throw new InvalidInput("targets", Text.of("workload.bulk.most", MAX_TARGETS));
        }
        Text what = change instanceof Change.Scale(int replicas)
                ? Text.of("workload.bulk.scale", 2, replicas)
                : Text.of(change instanceof Change.Restart ? "workload.bulk.restart" : "workload.bulk.delete");
        return targets.stream()
                .map(target -> steps.getOrDefault(target.path(), new Step.Changes(target, 2, what)))
                .toList();
    }

    @Override
    public List<Result> run(List<Step.Changes> some, Change change, Consumer<Result> sink) {
        throw new UnsupportedOperationException("Nobody waits for it in a view");
    }

    @Override
    public OperationId start(List<Step.Changes> some, Change change) {
        started.add(
                change + " " + some.stream().map(step -> step.target().path()).toList());
        return operations.add(
                Text.of("workload.bulk.title.restart", some.size()),
                some.stream().map(Step.Changes::target).toArray(Target[]::new));
    }
}
