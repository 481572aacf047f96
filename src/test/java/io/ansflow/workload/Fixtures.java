package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.operation.Target;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.TestNamespace;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Objects in the namespace of a test, made past all that is under test. */
final class Fixtures {
    private static final Map<String, String> GROUPS = Map.of(
            "deployments", "/apis/apps/v1",
            "cronjobs", "/apis/batch/v1beta1",
            "jobs", "/apis/batch/v1",
            "horizontalpodautoscalers", "/apis/autoscaling/v2beta2");

    private final TestNamespace namespace;
    private final RealApi api;
    private final ClusterId cluster;

    Fixtures(TestNamespace namespace, ClusterId cluster) {
        this.namespace = namespace;
        this.api = namespace.api();
        this.cluster = cluster;
    }

    Target deployment(String name, int replicas) {
        return create(
                "deployments",
                name,
                "{'metadata':{'name':'NAME'},'spec':{'replicas':" + replicas
                        + ",'selector':{'matchLabels':{'app':'NAME'},'matchExpressions':[{'key':'tier','operator':'In','values':"
                        + "['a','b']},{'key':'gone','operator':'DoesNotExist'}]},'template':{'metadata':{'labels':{'app':'NAME',"
                        + "'tier':'a'}},'spec':{'containers':[{'name':'c','image':'NAME:1'}]}}}}");
    }

    Target cronJob(String name) {
        return create(
                "cronjobs",
                name,
                "{'metadata':{'name':'NAME'},'spec':{'schedule':'0 3 * * *','jobTemplate':{'metadata':{'labels':{'from':"
                        + "'template'}},'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':"
                        + "'backup:1'}]}}}}}}");
    }

    Target pod(String name) {
        return create("pods", name, "{'metadata':{'name':'NAME'},'spec':{'containers':[{'name':'c','image':'i'}]}}");
    }

    Target configMap(String name, String key, String value) {
        return create("configmaps", name, "{'metadata':{'name':'NAME'},'data':{'" + key + "':'" + value + "'}}");
    }

    Target node(String name) {
        api.create("/api/v1/nodes", "{\"metadata\":{\"name\":\"" + name + "\"}}");
        String uid = api.get("/api/v1/nodes/" + name).at("/metadata/uid").asString();
        return new Target(cluster, "nodes", "", name, uid);
    }

    /** An object made from JSON with single quotes, in which NAME stands for its name. */
    Target create(String kind, String name, String json) {
        api.create(path(kind, namespace.name()), json.replace("NAME", name).replace('\'', '"'));
        String uid = api.get(path(kind, namespace.name()) + "/" + name)
                .at("/metadata/uid")
                .asString();
        return new Target(cluster, kind, namespace.name(), name, uid);
    }

    JsonNode get(Target target) {
        return api.get(path(target.kind(), target.namespace()) + "/" + target.name());
    }

    /** Merges JSON with single quotes. */
    void patch(Target target, String json) {
        api.patch(path(target.kind(), target.namespace()) + "/" + target.name(), json.replace('\'', '"'));
    }

    /** The same for the status. */
    void patchStatus(Target target, String json) {
        api.patch(path(target.kind(), target.namespace()) + "/" + target.name() + "/status", json.replace('\'', '"'));
    }

    void delete(Target target) {
        api.delete(path(target.kind(), target.namespace()) + "/" + target.name());
    }

    /** The names of the pods of the namespace that are not on their way out. */
    List<String> pods() {
        return StreamSupport.stream(
                        api.get(path("pods", namespace.name())).path("items").spliterator(), false)
                .filter(pod -> !pod.path("metadata").has("deletionTimestamp"))
                .map(pod -> pod.at("/metadata/name").asString())
                .toList();
    }

    private static String path(String kind, String in) {
        return GROUPS.getOrDefault(kind, "/api/v1") + (in.isEmpty() ? "" : "/namespaces/" + in) + "/" + kind;
    }
}
