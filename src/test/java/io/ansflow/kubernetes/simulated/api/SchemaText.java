package io.ansflow.kubernetes.simulated.api;

import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code simulated/schema.txt}: the fields of the types that a simulated cluster serves, from the models of the client
 * library. The library does not say how lists are merged; that is added here, from the API's OpenAPI
 * ({@code x-kubernetes-list-map-keys}, {@code x-kubernetes-patch-merge-key}, {@code x-kubernetes-map-type}).
 */
final class SchemaText {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    static final Path FILE = Path.of("src/main/resources/simulated/schema.txt");

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("V1ObjectMeta.ownerReferences", "uid"),
            Map.entry("V1ObjectMeta.finalizers", ""),
            Map.entry("V1PodSpec.containers", "name"),
            Map.entry("V1PodSpec.initContainers", "name"),
            Map.entry("V1PodSpec.ephemeralContainers", "name"),
            Map.entry("V1PodSpec.volumes", "name"),
            Map.entry("V1PodSpec.imagePullSecrets", "name"),
            Map.entry("V1PodSpec.hostAliases", "ip"),
            Map.entry("V1PodSpec.topologySpreadConstraints", "topologyKey,whenUnsatisfiable"),
            Map.entry("V1PodSpec.resourceClaims", "name"),
            Map.entry("V1PodSpec.schedulingGates", "name"),
            Map.entry("V1Container.env", "name"),
            Map.entry("V1Container.ports", "containerPort,protocol"),
            Map.entry("V1Container.volumeMounts", "mountPath"),
            Map.entry("V1Container.volumeDevices", "devicePath"),
            Map.entry("V1EphemeralContainer.env", "name"),
            Map.entry("V1EphemeralContainer.ports", "containerPort,protocol"),
            Map.entry("V1EphemeralContainer.volumeMounts", "mountPath"),
            Map.entry("V1EphemeralContainer.volumeDevices", "devicePath"),
            Map.entry("V1PodStatus.podIPs", "ip"),
            Map.entry("V1PodStatus.hostIPs", ""),
            Map.entry("V1ServiceSpec.ports", "port,protocol"),
            Map.entry("V1ServiceAccount.secrets", "name"),
            Map.entry("V1NodeSpec.podCIDRs", ""),
            Map.entry("V1NodeStatus.addresses", "type"),
            Map.entry("V1CSINodeSpec.drivers", "name"),
            Map.entry("V1EndpointSlice.endpoints", "!"),
            Map.entry("V1CustomResourceDefinitionStatus.storedVersions", "!"));

    private static final Set<String> ATOMIC = Set.of(
            "V1LabelSelector",
            "V1ObjectReference",
            "V1LocalObjectReference",
            "V1SecretKeySelector",
            "V1ConfigMapKeySelector",
            "V1ObjectFieldSelector",
            "V1ResourceFieldSelector",
            "V1NodeSelector",
            "V1NodeSelectorTerm",
            "V1SecretReference",
            "V1TypedLocalObjectReference",
            "V1TopologySelectorTerm",
            "V1ScopeSelector",
            "V1OwnerReference",
            "V1RoleRef",
            "RbacV1Subject");

    private static final Set<String> ATOMIC_MAPS = Set.of("V1PodSpec.nodeSelector", "V1ServiceSpec.selector");

    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("java.lang.String", "string"),
            Map.entry("java.lang.Integer", "integer"),
            Map.entry("java.lang.Long", "integer"),
            Map.entry("java.lang.Double", "number"),
            Map.entry("java.lang.Boolean", "boolean"),
            Map.entry("java.time.OffsetDateTime", "string"),
            Map.entry("io.kubernetes.client.custom.IntOrString", "intOrString"),
            Map.entry("io.kubernetes.client.custom.Quantity", "quantity"),
            Map.entry("java.lang.Object", "any"),
            Map.entry("byte[]", "string"));

    private static final List<String> ROOTS = Stream.of(
                    "V1Namespace V1Node V1Pod CoreV1Event V1Secret V1ConfigMap V1Service V1Endpoints V1PersistentVolumeClaim",
                    "V1PersistentVolume V1ResourceQuota V1LimitRange V1ServiceAccount V1Deployment V1ReplicaSet V1StatefulSet",
                    "V1DaemonSet V1ControllerRevision V1Job V1CronJob V2HorizontalPodAutoscaler V1HorizontalPodAutoscaler",
                    "V1Ingress V1IngressClass V1NetworkPolicy V1PodDisruptionBudget V1StorageClass V1Role V1RoleBinding",
                    "V1ClusterRole V1ClusterRoleBinding V1Lease V1EndpointSlice V1PriorityClass V1CustomResourceDefinition",
                    "V1Scale")
            .flatMap(names -> Arrays.stream(names.split(" ")))
            .toList();

    private SchemaText() {}

    static void main() throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        Map<String, String> lines = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(ROOTS);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!lines.containsKey(name)) {
                lines.put(name, "");
                lines.put(name, line(name, open));
            }
        }
        return "# Made by SchemaText from the models of the Kubernetes client library. Lists with a bar are merged by these keys,\n"
                + "# or as sets where there are none; all others, and what has an exclamation mark, are replaced as a whole.\n"
                + String.join("\n", lines.values()) + "\n";
    }

    private static String line(String name, Deque<String> open) {
        List<String> words = new ArrayList<>();
        words.add(name + (ATOMIC.contains(name) ? "!" : ""));
        for (Field field : model(name).getDeclaredFields()) {
            SerializedName json = field.getAnnotation(SerializedName.class);
            if (json != null && !json.value().startsWith("$")) {
                words.add(json.value() + ":" + type(name + "." + json.value(), field.getGenericType(), open));
            }
        }
        return String.join(" ", words);
    }

    private static String type(String field, Type type, Deque<String> open) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String inner = type("", arguments[arguments.length - 1], open);
            if (arguments.length == 2) {
                return "{" + inner + "}" + (ATOMIC_MAPS.contains(field) ? "!" : "");
            }
            return "[" + inner + keys(field).map(keys -> "|" + keys).collect(Collectors.joining()) + "]";
        }
        String simple = SIMPLE.get(type.getTypeName());
        if (simple != null) {
            return simple;
        }
        if (((Class<?>) type).isEnum()) {
            return "string";
        }
        String name = type.getTypeName().substring(MODELS.length());
        open.add(name);
        return name;
    }

    private static Stream<String> keys(String field) {
        String keys = KEYS.get(field);
        if (keys != null) {
            return keys.equals("!") ? Stream.empty() : Stream.of(keys);
        }
        return field.endsWith("Status.conditions") ? Stream.of("type") : Stream.empty();
    }

    private static Class<?> model(String name) {
        try {
            return Class.forName(MODELS + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
