package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** YAML without a cluster, for tests of what stands on it. What can be read is judged as in earnest. */
public class FakeManifests implements Manifests {
    /** What was asked for, in a few words. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile String yaml = "kind: ConfigMap\n";
    private volatile String values = "";
    private volatile @Nullable ClusterFailure failure;
    private volatile List<ManifestPlan> plans = List.of();
    private volatile List<Applied> results = List.of();

    public void clear() {
        asked.clear();
        yaml = "kind: ConfigMap\n";
        values = "";
        failure = null;
        plans = List.of();
        results = List.of();
    }

    public void yaml(String masked, String revealed) {
        yaml = masked;
        values = revealed;
    }

    public void failing(ClusterFailure why) {
        failure = why;
    }

    public void plans(ManifestPlan... some) {
        plans = List.of(some);
    }

    public void results(Applied... some) {
        results = List.of(some);
    }

    @Override
    public Answer<String> yaml(Target target) {
        return answer("yaml " + target.path(), yaml);
    }

    @Override
    public Answer<String> yamlWithValues(Target secret) {
        return answer("values " + secret.path(), values);
    }

    private Answer<String> answer(String what, String text) {
        asked.add(what);
        ClusterFailure why = failure;
        return why == null ? Answer.of(text) : Answer.failed(why);
    }

    @Override
    public Optional<ManifestProblem> problem(String text) {
        try {
            ManifestReader.read(text);
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.problem());
        }
    }

    @Override
    public List<ManifestPlan> plan(ClusterId cluster, String text, String namespace, boolean takeOver) {
        asked.add("plan in " + cluster + " " + namespace + (takeOver ? " by force" : "") + ": " + text.strip());
        return plans;
    }

    @Override
    public List<Applied> apply(
            ClusterId cluster, String text, String namespace, boolean takeOver, Consumer<Applied> sink) {
        asked.add("apply in " + cluster + " " + namespace + (takeOver ? " by force" : "") + ": " + text.strip());
        List<Applied> all = new ArrayList<>();
        for (Applied result : results) {
            all.add(result);
            sink.accept(result);
        }
        return all;
    }
}
