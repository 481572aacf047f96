package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbered pods of a StatefulSet and the claims for their volumes, as its templates say. */
final class StatefulPods {
    static final String REVISION = "controller-revision-hash";

    private StatefulPods() {}

    /** The name of the revision that its template is now. */
    static String revision(JsonNode set) {
        return Tree.text(set, "metadata", "name") + "-"
                + Ids.hash(Tree.at(set, "spec", "template").toString());
    }

    /** The pod of a number. */
    static ObjectNode pod(ObjectNode set, int number, String revision) {
        String name = Tree.text(set, "metadata", "name") + "-" + number;
        ObjectNode pod = Plane.pod(set);
        ObjectNode metadata = Tree.child(pod, "metadata").put("name", name);
        Tree.child(metadata, "labels")
                .put("apps.kubernetes.io/pod-index", String.valueOf(number))
                .put(REVISION, revision)
                .put("statefulset.kubernetes.io/pod-name", name);
        ObjectNode spec = Tree.child(pod, "spec").put("hostname", name);
        spec.put("subdomain", Tree.text(set, "spec", "serviceName"));
        for (JsonNode claim : Tree.at(set, "spec", "volumeClaimTemplates")) {
            String volume = Tree.text(claim, "metadata", "name");
            Tree.list(spec, "volumes")
                    .addObject()
                    .put("name", volume)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", volume + "-" + name);
        }
        return pod;
    }

    /** What claims a volume of a template for a pod. */
    static ObjectNode claim(JsonNode set, JsonNode template, String pod) {
        ObjectNode claim = (ObjectNode) template.deepCopy();
        claim.remove(List.of("status", "apiVersion", "kind"));
        Tree.child(claim, "metadata").put("name", Tree.text(template, "metadata", "name") + "-" + pod);
        Tree.child(claim, "metadata", "labels").setAll((ObjectNode)
                Tree.at(set, "spec", "selector", "matchLabels").deepCopy());
        return claim;
    }
}
