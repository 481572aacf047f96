package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.TestedSimulatedCluster;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RecordedRows;
import io.ansflow.testing.TestedCluster;
import io.ansflow.testing.TestedCluster.Who;
import io.ansflow.testing.TestedRealCluster;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the real and the simulated cluster make of the same manifest: the same object, and the same row. */
@Needs(Needs.Part.CLUSTER)
class SameObjectsTest {
    private static final String TEMPLATE = "{'metadata':{'labels':{'app':'web'}},'spec':{'restartPolicy':'%s',"
            + "'automountServiceAccountToken':false,'containers':[{'name':'c','image':'nginx:1.27','ports':[{'containerPort':80}],"
            + "'resources':{'requests':{'cpu':'100m','memory':'64Mi'},'limits':{'cpu':0.5}},"
            + "'readinessProbe':{'httpGet':{'port':80}},'envFrom':[{'configMapRef':{'name':'settings'}}]}],"
            + "'volumes':[{'name':'v','configMap':{'name':'settings'}}]}}";
    private static final String RUNNING = TEMPLATE.formatted("Always");
    private static final String ENDING = TEMPLATE.formatted("Never");

    /** Made by the server, or by the controllers at their own time. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("uid", "resourceVersion", "creationTimestamp", "selfLink", "managedFields", "status", "namespace");

    /** Came to Kubernetes after the version of the real one. */
    private static final Set<String> LATER = Set.of(
            "completionMode",
            "suspend",
            "internalTrafficPolicy",
            "ipFamilies",
            "ipFamilyPolicy",
            "clusterIPs",
            "clusterIP",
            "persistentVolumeClaimRetentionPolicy",
            "podReplacementPolicy",
            "maxSurge",
            "generation");

    /**
     * By a part that the real one runs without (service accounts), that the simulated one has not (protection of volumes in
     * use), or for versions long gone (annotations of daemon sets).
     */
    private static final Set<String> LEFT_OUT =
            Set.of("serviceAccount", "serviceAccountName", "finalizers", "annotations", "manualSelector");

    private final TestedCluster real = new TestedRealCluster();
    private final TestedCluster simulated = new TestedSimulatedCluster();

    @AfterEach
    void disconnect() {
        real.close();
        simulated.close();
    }

    static Stream<Arguments> manifests() {
        return Stream.of(
                Arguments.of("", "v1", "configmaps", "ConfigMap", "'data':{'a':'b','c':'d'}"),
                Arguments.of(
                        "",
                        "v1",
                        "resourcequotas",
                        "ResourceQuota",
                        "'spec':{'hard':{'pods':'10','requests.cpu':'4'}}"),
                Arguments.of("", "v1", "secrets", "Secret", "'stringData':{'password':'x'}"),
                Arguments.of(
                        "", "v1", "services", "Service", "'spec':{'selector':{'app':'web'},'ports':[{'port':80}]}"),
                Arguments.of(
                        "", "v1", "pods", "Pod", RUNNING.substring(RUNNING.indexOf("'spec'"), RUNNING.length() - 1)),
                Arguments.of(
                        "",
                        "v1",
                        "limitranges",
                        "LimitRange",
                        "'spec':{'limits':[{'type':'Container','max':{'cpu':'2'},'default':{'cpu':'500m'}}]}"),
                Arguments.of(
                        "",
                        "v1",
                        "persistentvolumeclaims",
                        "PersistentVolumeClaim",
                        "'spec':{'storageClassName':'none','accessModes':['ReadWriteOnce'],'resources':{'requests':{'storage':'1Gi'}}}"),
                Arguments.of(
                        "apps",
                        "v1",
                        "deployments",
                        "Deployment",
                        "'spec':{'selector':{'matchLabels':{'app':'web'}},'template':" + RUNNING + "}"),
                Arguments.of(
                        "apps",
                        "v1",
                        "statefulsets",
                        "StatefulSet",
                        "'spec':{'serviceName':'web','replicas':2,'selector':{'matchLabels':{'app':'web'}},'template':"
                                + RUNNING + "}"),
                Arguments.of(
                        "apps",
                        "v1",
                        "daemonsets",
                        "DaemonSet",
                        "'spec':{'selector':{'matchLabels':{'app':'web'}},'template':"
                                + RUNNING.replace("'spec':{", "'spec':{'nodeSelector':{'no':'where'},") + "}"),
                Arguments.of(
                        "batch",
                        "v1",
                        "jobs",
                        "Job",
                        "'spec':{'manualSelector':true,'selector':{'matchLabels':" + "{'app':'web'}},'template':"
                                + ENDING + "}"),
                Arguments.of(
                        "networking.k8s.io",
                        "v1",
                        "ingresses",
                        "Ingress",
                        "'spec':{'rules':[{'host':'a.example.com','http':{'paths':[{'path':'/','pathType':'Prefix',"
                                + "'backend':{'service':{'name':'web','port':{'number':80}}}}]}}]}"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void one_manifest_leads_to_one_object(String group, String version, String plural, String kind, String content) {
        ResourceType type = new ResourceType(group, version, plural, kind, true);
        KubeObject there = created(real, type, content);
        KubeObject here = created(simulated, type, content);

        assertThat(compared(here.copy())).isEqualTo(compared(there.copy()));
        // Later versions than the real one added columns, and changed their order.
        assertThat(row(simulated, type, here).headings())
                .containsAll(row(real, type, there).headings());
        assertThat(row(simulated, type, here).labels())
                .isEqualTo(row(real, type, there).labels());
    }

    private static KubeObject created(TestedCluster cluster, ResourceType type, String content) {
        try (ObjectApi api = cluster.objects(Who.ADMINISTRATOR)) {
            ObjectNode object = (ObjectNode) JsonMapper.shared()
                    .readTree("{'metadata':{'name':'web','labels':{'tier':'one'}},CONTENT}"
                            .replace("CONTENT", content)
                            .replace('\'', '"'));
            Answer<KubeObject> answer = api.create(type.named(cluster.namespace(), "web"), object, WriteMode.PERSIST);
            assertThat(answer).isInstanceOf(Answer.Got.class);
            return ((Answer.Got<KubeObject>) answer).value();
        }
    }

    private static TableRow row(TestedCluster cluster, ResourceType type, KubeObject object) {
        try (TableApi tables = cluster.tables(Who.ADMINISTRATOR)) {
            String root = type.group().isEmpty() ? "/api/" : "/apis/";
            RecordedRows rows = new RecordedRows();
            tables.list(
                    new ListRequest(root + type.apiVersion() + "/" + type.plural(), object.resourceVersion(), true),
                    rows);
            List<TableRow> found = rows.in(cluster.namespace(), "web");
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static JsonNode compared(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_THE_MOMENT);
            object.remove(LATER);
            object.remove(LEFT_OUT);
            List.copyOf(object.propertyNames()).forEach(name -> {
                if (compared(object.path(name)).isNull()) {
                    object.remove(name);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(SameObjectsTest::compared);
        }
        return node;
    }
}
