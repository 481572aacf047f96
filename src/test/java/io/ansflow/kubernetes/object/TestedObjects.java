package io.ansflow.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.testing.TestedCluster;
import io.ansflow.testing.TestedCluster.Who;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of one cluster, reached by one of the adapters. */
abstract class TestedObjects {
    static final JsonMapper JSON = new JsonMapper();

    static final ResourceType CONFIG_MAP = new ResourceType("", "v1", "configmaps", "ConfigMap", true);

    final TestedCluster cluster;

    final String namespace;

    final ObjectApi api;

    TestedObjects(TestedCluster cluster) {
        this.cluster = cluster;
        this.namespace = cluster.namespace();
        this.api = cluster.objects(Who.ADMINISTRATOR);
    }

    @AfterEach
    void disconnect() {
        api.close();
        cluster.close();
    }

    final ObjectApi api() {
        return api;
    }

    final <T> T eventually(Callable<T> value, Predicate<T> wanted) {
        return cluster.eventually(value, wanted);
    }

    /** Those of the namespace. */
    final List<KubeObject> list(ResourceType type) {
        return got(api.list(ListRequest.of(type, namespace, 10))).items();
    }

    /** Makes one of so many pods. */
    final ObjectRef deployment(int replicas) {
        ObjectRef ref = ResourceType.DEPLOYMENT.named(namespace, "web");
        got(api.create(
                ref,
                tree("{'metadata':{'name':'web'},'spec':{'replicas':" + replicas
                        + ",'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},"
                        + "'spec':{'containers':[{'name':'c','image':'i'}],'automountServiceAccountToken':false}}}}"),
                WriteMode.PERSIST));
        return ref;
    }

    static ObjectNode pod(String name) {
        return tree("{'metadata':{'name':'" + name + "'},'spec':{'containers':[{'name':'c','image':'i'}],"
                + "'automountServiceAccountToken':false}}");
    }

    static String condition(KubeObject object, String type) {
        for (JsonNode condition : object.at("status", "conditions")) {
            if (condition.path("type").asString("").equals(type)) {
                return condition.path("message").asString("");
            }
        }
        return "";
    }

    static ObjectNode configMap(String name, String key, String value) {
        ObjectNode object = tree("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name + "'}}");
        object.putObject("data").put(key, value);
        return object;
    }

    static ObjectNode tree(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }
}
