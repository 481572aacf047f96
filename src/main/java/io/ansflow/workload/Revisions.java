package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ResourceType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/** The revisions of a Deployment, each of which a replica set keeps. */
final class Revisions {
    static final String CAUSE = "kubernetes.io/change-cause";
    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final int MOST = 500;

    private Revisions() {}

    /** The replica sets of a Deployment, that of the newest revision first. */
    static Answer<List<KubeObject>> replicaSets(ObjectApi api, KubeObject deployment) {
        ListRequest request = ListRequest.of(ResourceType.REPLICA_SET, deployment.namespace(), MOST)
                .labels(Selectors.of(deployment));
        return api.list(request)
                .then(list -> Answer.of(list.items().stream()
                        .filter(set -> ownedBy(set, deployment))
                        .filter(set -> number(set) > 0)
                        .sorted(Comparator.comparingLong(Revisions::number).reversed())
                        .toList()));
    }

    static long number(KubeObject replicaSet) {
        String number = replicaSet.annotations().getOrDefault(NUMBER, "");
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /** The replica sets as people see them. */
    static List<Revision> of(KubeObject deployment, List<KubeObject> replicaSets) {
        ObjectNode wanted = PodTemplates.template(deployment);
        long current = replicaSets.stream()
                .filter(set -> PodTemplates.template(set).equals(wanted))
                .mapToLong(Revisions::number)
                .findFirst()
                .orElse(0);
        return replicaSets.stream()
                .map(set -> new Revision(
                        number(set),
                        set.name(),
                        set.createdAt(),
                        PodTemplates.images(PodTemplates.podSpec(set)),
                        set.annotations().getOrDefault(CAUSE, ""),
                        set.number(0, "status", "replicas"),
                        number(set) == current))
                .toList();
    }

    static boolean ownedBy(KubeObject object, KubeObject owner) {
        return StreamSupport.stream(object.at("metadata", "ownerReferences").spliterator(), false)
                .anyMatch(reference -> reference.path("uid").asString("").equals(owner.uid()));
    }
}
