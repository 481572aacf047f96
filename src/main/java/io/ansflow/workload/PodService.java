package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.kubernetes.object.LogRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class PodService implements Pods {
    private static final int MOST_PODS = 500;
    private static final int MOST_JOBS = 50;
    private static final long MOST_BYTES = 10L * 1024 * 1024;

    /** What is followed is not kept; this only ends what writes as fast as it can. */
    private static final long MOST_BYTES_FOLLOWED = 256L * 1024 * 1024;

    private final ClusterObjects objects;

    PodService(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<PodSummary> find(Target pod) {
        return objects.read(
                pod.cluster(), api -> Targets.get(api, pod).then(found -> Answer.of(PodReader.summary(found))));
    }

    @Override
    public Answer<Found> of(Target workload) {
        return objects.read(
                workload.cluster(), api -> Targets.get(api, workload).then(object -> pods(api, object)));
    }

    @Override
    public Answer<LogEnd> log(Target pod, LogQuery query, Consumer<String> lines) {
        LogRequest request = new LogRequest(
                pod.namespace(),
                pod.name(),
                query.container(),
                query.previous(),
                query.since(),
                query.tailLines(),
                query.follow(),
                query.timestamps(),
                query.follow() ? MOST_BYTES_FOLLOWED : MOST_BYTES);
        return objects.read(
                pod.cluster(),
                api -> Targets.get(api, pod)
                        .then(same -> api.logs(request, line -> lines.accept(TerminalText.plain(line)))));
    }

    private static Answer<Found> pods(ObjectApi api, KubeObject object) {
        ListRequest inNamespace = ListRequest.of(ResourceType.POD, object.namespace(), MOST_PODS);
        return switch (object.kind()) {
            case "Pod" -> Answer.of(new Found(List.of(PodReader.summary(object)), true));
            case "Node" -> list(api, inNamespace.fields("spec.nodeName=" + object.name()));
            case "CronJob" -> ofJobs(api, object, inNamespace);
            default -> selected(api, inNamespace, Selectors.of(object));
        };
    }

    /** A CronJob has no selector: its jobs have. */
    private static Answer<Found> ofJobs(ObjectApi api, KubeObject cronJob, ListRequest inNamespace) {
        return api.list(ListRequest.of(ResourceType.JOB, cronJob.namespace(), ListRequest.MAX))
                .then(jobs -> {
                    String names = jobs.items().stream()
                            .filter(job -> Revisions.ownedBy(job, cronJob))
                            .sorted(Comparator.comparing(
                                            KubeObject::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                                    .reversed())
                            .limit(MOST_JOBS)
                            .map(KubeObject::name)
                            .collect(Collectors.joining(","));
                    return selected(api, inNamespace, names.isEmpty() ? "" : "job-name in (" + names + ")");
                });
    }

    /** An empty selector would pick all pods. */
    private static Answer<Found> selected(ObjectApi api, ListRequest inNamespace, String selector) {
        return selector.isEmpty() ? Answer.of(new Found(List.of(), true)) : list(api, inNamespace.labels(selector));
    }

    private static Answer<Found> list(ObjectApi api, ListRequest request) {
        return api.list(request)
                .then(list -> Answer.of(new Found(
                        list.items().stream()
                                .map(PodReader::summary)
                                .sorted(Comparator.comparing(PodSummary::namespace)
                                        .thenComparing(PodSummary::name))
                                .toList(),
                        list.complete())));
    }
}
