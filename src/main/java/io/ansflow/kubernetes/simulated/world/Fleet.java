package io.ansflow.kubernetes.simulated.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up a cluster of a fleet: as many pods as wanted, in workloads of a usual size, on as many nodes as they need. */
final class Fleet {
    private static final List<String> TEAMS =
            List.of("commerce", "payments", "accounts", "search", "data", "risk", "logistics", "content");
    private static final List<String> SUBJECTS = List.of(
            "order", "cart", "user", "price", "stock", "coupon", "route", "parcel", "review", "feed", "session",
            "media", "invoice", "refund", "report", "audit", "device", "message", "rule", "score");
    private static final List<String> ROLES =
            List.of("service", "api", "worker", "gateway", "consumer", "scheduler", "proxy", "admin");
    private static final List<String> VERSIONS = List.of("v1.33.4", "v1.32.8", "v1.31.12", "v1.30.14");
    private static final int PODS_OF_A_NODE = 60;
    private static final int PODS_OF_A_NAMESPACE = 60;
    private static final int SYSTEM_PODS = 4;

    private final long number;
    private final int pods;
    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();

    Fleet(long number, int pods) {
        this.number = number;
        this.pods = pods;
        this.random = new SplittableRandom(number);
    }

    static String version(long number) {
        return VERSIONS.get((int) (number % VERSIONS.size()));
    }

    /** What every cluster has. */
    static List<Line> bare() {
        return List.of("default", "kube-system", "kube-public", "kube-node-lease").stream()
                .map(namespace -> Line.parse("namespace " + namespace))
                .toList();
    }

    List<Line> lines() {
        int nodes = Math.max(2, pods / PODS_OF_A_NODE + 1);
        lines.add("nodes 1 c" + number + "-master cpu=8 memory=32Gi control-plane");
        lines.add("nodes " + nodes + " c" + number + "-worker cpu=32 memory=128Gi");
        bare().forEach(namespace -> lines.add("namespace " + namespace.words().getFirst()));
        lines.add(
                "deployment kube-system/coredns registry.k8s.io/coredns/coredns:v1.11.3 replicas=2 cpu=100m memory=70Mi"
                        + " port=53 days=200 system");
        lines.add(
                "deployment kube-system/metrics-server registry.k8s.io/metrics-server/metrics-server:v0.7.2 replicas=2"
                        + " cpu=100m memory=100Mi days=200 system");
        workloads(Math.max(0, pods - SYSTEM_PODS));
        return lines.stream().map(Line::parse).toList();
    }

    private void workloads(int wanted) {
        int left = wanted;
        int namespaces = Math.max(1, wanted / PODS_OF_A_NAMESPACE);
        for (int i = 0; i < namespaces; i++) {
            lines.add("namespace " + namespace(i) + " team=" + TEAMS.get(i % TEAMS.size()));
        }
        for (int i = 0; left > 0; i++) {
            int replicas = Math.min(left, 1 + random.nextInt(8));
            lines.add(workload(namespace(i % namespaces), i, replicas));
            left -= replicas;
        }
    }

    private String namespace(int i) {
        return TEAMS.get(i % TEAMS.size()) + (i < TEAMS.size() ? "" : "-" + i / TEAMS.size());
    }

    private String workload(String namespace, int i, int replicas) {
        String name = pick(SUBJECTS) + "-" + pick(ROLES) + "-" + i;
        int days = random.nextInt(2, 400);
        return "deployment " + namespace + "/" + name + " harbor.example.com/" + namespace + "/" + name + ":"
                + random.nextInt(1, 5) + "." + random.nextInt(30) + "." + random.nextInt(20) + " replicas=" + replicas
                + " cpu=100m memory=256Mi port=8080 days=" + days + " rolled=" + random.nextInt(1, days * 24)
                + " revision=" + random.nextInt(1, 60) + " team=" + namespace + behaviour();
    }

    /** Here and there something is wrong. */
    private String behaviour() {
        return switch (random.nextInt(90)) {
            case 0 -> " behaviour=crash-loop";
            case 1 -> " behaviour=no-image";
            case 2 -> " behaviour=never-ready";
            default -> "";
        };
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
