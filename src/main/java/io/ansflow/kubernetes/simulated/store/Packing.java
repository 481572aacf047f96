package io.ansflow.kubernetes.simulated.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Packs objects: compressed JSON, with a dictionary of what nearly all of them have in common. A pod takes some 700 bytes
 * instead of the 8 KiB of its tree.
 */
final class Packing {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The most frequent last, where it is referred to by the shortest distances. */
    private static final byte[] DICTIONARY = String.join(
                    "",
                    "\"securityContext\":{},\"schedulerName\":\"default-scheduler\",\"dnsPolicy\":\"ClusterFirst\",",
                    "\"terminationMessagePath\":\"/dev/termination-log\",\"terminationMessagePolicy\":\"File\",",
                    "\"strategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxUnavailable\":\"25%\",\"maxSurge\":\"25%\"}},",
                    "\"tolerations\":[{\"key\":\"node.kubernetes.io/not-ready\",\"operator\":\"Exists\",\"effect\":\"NoExecute\",",
                    "\"tolerationSeconds\":300},{\"key\":\"node.kubernetes.io/unreachable\",\"operator\":\"Exists\",",
                    "\"effect\":\"NoExecute\",\"tolerationSeconds\":300}],\"priority\":0,\"enableServiceLinks\":true,",
                    "\"preemptionPolicy\":\"PreemptLowerPriority\",\"restartPolicy\":\"Always\",",
                    "\"terminationGracePeriodSeconds\":30,\"imagePullPolicy\":\"IfNotPresent\",",
                    "\"ports\":[{\"name\":\"http\",\"containerPort\":8080,\"protocol\":\"TCP\"}],",
                    "\"resources\":{\"limits\":{\"cpu\":\"500m\",\"memory\":\"512Mi\"},\"requests\":{\"cpu\":\"100m\",\"memory\":\"128Mi\"}},",
                    "{\"manager\":\"kubelet\",\"operation\":\"Update\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{",
                    "\"managedFields\":[{\"manager\":\"kube-controller-manager\",\"operation\":\"Update\",\"time\":\"20",
                    "\"f:metadata\":{\"f:labels\":{\".\":{},\"f:app.kubernetes.io/name\":{}},\"f:ownerReferences\":{\".\":{},",
                    "\"k:{\\\"uid\\\":\\\"\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"",
                    "\"f:status\":{\"f:conditions\":{\".\":{},\"k:{\\\"type\\\":\\\"Ready\\\"}\":{\".\":{},",
                    "\"f:lastProbeTime\":{},\"f:lastTransitionTime\":{},\"f:status\":{},\"f:type\":{}},",
                    "\"f:containerStatuses\":{},\"f:hostIP\":{},\"f:phase\":{},\"f:podIP\":{},\"f:podIPs\":{},\"f:startTime\":{}",
                    "\"status\":{\"phase\":\"Running\",\"conditions\":[{\"type\":\"PodReadyToStartContainers\",\"status\":\"True\",",
                    "\"lastProbeTime\":null,\"lastTransitionTime\":\"202{\"type\":\"Initialized\"{\"type\":\"Ready\"",
                    "{\"type\":\"ContainersReady\"{\"type\":\"PodScheduled\",\"hostIP\":\"10.\"podIP\":\"10.\"podIPs\":[{\"ip\":\"",
                    "\"startTime\":\"202\"containerStatuses\":[{\"name\":\"\"state\":{\"running\":{\"startedAt\":\"202",
                    "\"lastState\":{},\"ready\":true,\"restartCount\":0,\"image\":\"\"imageID\":\"\"containerID\":\"containerd://",
                    "\"started\":true}],\"qosClass\":\"Burstable\"}",
                    "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"\"generateName\":\"\"namespace\":\"\"uid\":\"",
                    "\"resourceVersion\":\"\"creationTimestamp\":\"202\"labels\":{\"app.kubernetes.io/name\":\"",
                    "\"pod-template-hash\":\"\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"",
                    "\"controller\":true,\"blockOwnerDeletion\":true}]},\"spec\":{\"containers\":[{\"name\":\"")
            .getBytes(StandardCharsets.UTF_8);

    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();
    private static final Queue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();

    private Packing() {}

    static byte[] pack(ObjectNode tree) {
        byte[] plain = JSON.writeValueAsBytes(tree);
        Deflater deflater = borrow(DEFLATERS, () -> new Deflater(Deflater.BEST_SPEED, true));
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + 64];
            int length = Integer.BYTES;
            writeLength(packed, plain.length);
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.reset();
            DEFLATERS.add(deflater);
        }
    }

    static ObjectNode unpack(byte[] packed) {
        Inflater inflater = borrow(INFLATERS, () -> new Inflater(true));
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
            byte[] plain = new byte[readLength(packed)];
            int length = 0;
            while (length < plain.length) {
                length += inflater.inflate(plain, length, plain.length - length);
            }
            return (ObjectNode) JSON.readTree(plain);
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was packed here does not unpack", e);
        } finally {
            inflater.reset();
            INFLATERS.add(inflater);
        }
    }

    /** They hold native memory: as many as work at a time, not one for each cluster or thread. */
    private static <T> T borrow(Queue<T> free, Supplier<T> otherwise) {
        T found = free.poll();
        return found == null ? otherwise.get() : found;
    }

    private static void writeLength(byte[] bytes, int length) {
        bytes[0] = (byte) (length >>> 24);
        bytes[1] = (byte) (length >>> 16);
        bytes[2] = (byte) (length >>> 8);
        bytes[3] = (byte) length;
    }

    private static int readLength(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }
}
