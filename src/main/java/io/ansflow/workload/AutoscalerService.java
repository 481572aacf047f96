package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class AutoscalerService implements Autoscalers {
    private static final String GROUP = "autoscaling";
    private static final List<String> VERSIONS = List.of("v2", "v2beta2", "v1");
    private static final int MOST = 500;

    private final ClusterObjects objects;

    AutoscalerService(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<Optional<Autoscaler>> of(Target workload) {
        return objects.read(
                workload.cluster(),
                api -> Targets.ref(api, workload)
                        .then(ref -> type(api).then(type -> find(api, type, ref)))
                        .then(found -> Answer.of(found.map(AutoscalerObjects::read))));
    }

    @Override
    public Answer<Autoscaler> save(Target workload, Autoscaler autoscaler, boolean takeOver) {
        check(autoscaler);
        Target target =
                new Target(workload.cluster(), AutoscalerObjects.PLURAL, workload.namespace(), autoscaler.name(), null);
        return objects.change(
                        new Change("workload.autoscale", target, summary(workload, autoscaler)),
                        api -> Targets.get(api, workload)
                                .then(same -> Targets.ref(api, workload))
                                .then(ref -> save(api, ref, autoscaler, takeOver)))
                .then(saved -> Answer.of(AutoscalerObjects.read(saved)));
    }

    private static Answer<KubeObject> save(ObjectApi api, ObjectRef workload, Autoscaler wanted, boolean takeOver) {
        return type(api).then(type -> {
            if (wanted.memoryPercent() != null && !AutoscalerObjects.knowsMetrics(type)) {
                return Answer.failed(ClusterFailure.because(FailureCode.NOT_FOUND, "api", GROUP + "/v2"));
            }
            return find(api, type, workload).then(before -> {
                ObjectRef ref = type.named(workload.namespace(), wanted.name());
                KubeObject same = before.filter(found -> found.name().equals(wanted.name()))
                        .orElse(null);
                return api.apply(
                        ref, AutoscalerObjects.write(ref, workload, wanted, same), takeOver, WriteMode.PERSIST);
            });
        });
    }

    /** The newest version of those we know that the cluster serves. */
    private static Answer<ResourceType> type(ObjectApi api) {
        return api.versions(GROUP)
                .then(served -> VERSIONS.stream()
                        .filter(served::contains)
                        .findFirst()
                        .map(version -> Answer.of(new ResourceType(
                                GROUP, version, AutoscalerObjects.PLURAL, "HorizontalPodAutoscaler", true)))
                        .orElseGet(() -> Answer.failed(ClusterFailure.because(FailureCode.NOT_FOUND, "api", GROUP))));
    }

    private static Answer<Optional<KubeObject>> find(ObjectApi api, ResourceType type, ObjectRef workload) {
        return api.list(ListRequest.of(type, workload.namespace(), MOST))
                .then(list -> Answer.of(list.items().stream()
                        .filter(item -> AutoscalerObjects.aimsAt(item, workload))
                        .findFirst()));
    }

    private static void check(Autoscaler wanted) {
        if (wanted.min() < 1) {
            throw new InvalidInput("min", Text.of("workload.autoscaler.min"));
        }
        if (wanted.max() < wanted.min()) {
            throw new InvalidInput("max", Text.of("workload.autoscaler.max"));
        }
        check("cpuPercent", wanted.cpuPercent());
        check("memoryPercent", wanted.memoryPercent());
        if (wanted.cpuPercent() == null && wanted.memoryPercent() == null && wanted.otherMetrics() == 0) {
            throw new InvalidInput("cpuPercent", Text.of("workload.autoscaler.metric"));
        }
    }

    private static void check(String field, @Nullable Integer percent) {
        if (percent != null && percent < 1) {
            throw new InvalidInput(field, Text.of("workload.autoscaler.percent"));
        }
    }

    private static String summary(Target workload, Autoscaler wanted) {
        String metrics = Stream.of(metric("cpu", wanted.cpuPercent()), metric("memory", wanted.memoryPercent()))
                .flatMap(Optional::stream)
                .reduce("", String::concat);
        return workload.kind() + "/" + workload.name() + " " + wanted.min() + "–" + wanted.max() + metrics;
    }

    private static Optional<String> metric(String resource, @Nullable Integer percent) {
        return Optional.ofNullable(percent).map(value -> ", " + resource + " " + value + "%");
    }
}
