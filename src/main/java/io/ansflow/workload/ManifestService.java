package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class ManifestService implements Manifests {
    private final ClusterObjects objects;

    ManifestService(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<String> yaml(Target target) {
        return objects.read(
                target.cluster(),
                api -> Targets.get(api, target).then(object -> Answer.of(ManifestWriter.write(object))));
    }

    @Override
    public Answer<String> yamlWithValues(Target secret) {
        if (!secret.kind().equals("secrets")) {
            throw new InvalidInput("kind", Text.of("workload.invalid.kind", secret.kind()));
        }
        return objects.record(
                new Change("workload.reveal", secret, ""),
                api -> Targets.ref(api, secret)
                        .then(ref -> api.reveal(ref)
                                .then(object -> Targets.same(object, secret)
                                        ? Answer.of(ManifestWriter.write(object))
                                        : Targets.replaced(ref))));
    }

    @Override
    public Optional<ManifestProblem> problem(String yaml) {
        try {
            ManifestReader.read(yaml);
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.problem());
        }
    }

    @Override
    public List<ManifestPlan> plan(ClusterId cluster, String yaml, String namespace, boolean takeOver) {
        List<ManifestDocument> documents = documents(yaml, namespace);
        Answer<List<ManifestPlan>> plans = objects.read(
                cluster, api -> Answer.of(new ManifestPlanner(api, cluster, namespace, takeOver).plan(documents)));
        return switch (plans) {
            case Answer.Got<List<ManifestPlan>>(List<ManifestPlan> all) -> all;
            case Answer.Failed<List<ManifestPlan>>(ClusterFailure failure) ->
                documents.stream()
                        .<ManifestPlan>map(document -> new ManifestPlan.Refused(
                                document.line(), ManifestPlanner.target(cluster, document), failure))
                        .toList();
        };
    }

    @Override
    public List<Applied> apply(
            ClusterId cluster, String yaml, String namespace, boolean takeOver, Consumer<Applied> sink) {
        List<Applied> results = new ArrayList<>();
        for (ManifestDocument document : documents(yaml, namespace)) {
            Applied applied = apply(cluster, document, namespace, takeOver);
            results.add(applied);
            sink.accept(applied);
        }
        return results;
    }

    private Applied apply(ClusterId cluster, ManifestDocument document, String namespace, boolean takeOver) {
        Answer<ObjectRef> found = objects.read(cluster, api -> ManifestPlanner.ref(api, document, namespace));
        return switch (found) {
            case Answer.Failed<ObjectRef>(ClusterFailure failure) ->
                new Applied(document.line(), ManifestPlanner.target(cluster, document), Optional.of(failure));
            case Answer.Got<ObjectRef>(ObjectRef ref) -> {
                Target target = ManifestPlanner.target(cluster, ref, null);
                Answer<KubeObject> done = objects.change(
                        new Change("workload.apply", target, takeOver ? "force" : ""),
                        api -> api.apply(ref, document.object(), takeOver, WriteMode.PERSIST));
                yield switch (done) {
                    case Answer.Got<KubeObject>(KubeObject object) ->
                        new Applied(document.line(), Targets.of(target, object), Optional.empty());
                    case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                        new Applied(document.line(), target, Optional.of(failure));
                };
            }
        };
    }

    private static List<ManifestDocument> documents(String yaml, String namespace) {
        if (!ObjectRef.isName(namespace)) {
            throw new InvalidInput("namespace", Text.of("workload.manifest.namespace"));
        }
        try {
            return ManifestReader.read(yaml);
        } catch (Unreadable e) {
            throw new InvalidInput("yaml", e.problem().text());
        }
    }
}
