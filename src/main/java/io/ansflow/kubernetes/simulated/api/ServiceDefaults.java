package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what was left out of services: also their addresses and ports, made up from their uids. */
final class ServiceDefaults {
    private static final int ADDRESSES = 200;

    private ServiceDefaults() {}

    static void service(ObjectNode service) {
        ObjectNode spec = Tree.child(service, "spec");
        Missing.text(spec, "type", "ClusterIP");
        Missing.text(spec, "sessionAffinity", "None");
        String type = Tree.text(spec, "type");
        if (!type.equals("ExternalName")) {
            int hash = Math.floorMod(Tree.text(service, "metadata", "uid").hashCode(), ADDRESSES * ADDRESSES);
            Missing.text(spec, "clusterIP", "10.96." + (hash / ADDRESSES + 1) + "." + (hash % ADDRESSES + 10));
            if (!spec.has("clusterIPs")) {
                spec.putArray("clusterIPs").add(Tree.text(spec, "clusterIP"));
            }
            if (!spec.has("ipFamilies")) {
                spec.putArray("ipFamilies").add("IPv4");
            }
            Missing.text(spec, "ipFamilyPolicy", "SingleStack");
            Missing.text(spec, "internalTrafficPolicy", "Cluster");
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (outside) {
            Missing.text(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Missing.flag(spec, "allocateLoadBalancerNodePorts", true);
        }
        for (JsonNode port : spec.path("ports")) {
            Missing.text((ObjectNode) port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
            if (outside) {
                int hash = (Tree.text(service, "metadata", "uid") + Tree.text(port, "port")).hashCode();
                Missing.number((ObjectNode) port, "nodePort", 30_000 + Math.floorMod(hash, 2768));
            }
        }
        Tree.child(Tree.child(service, "status"), "loadBalancer");
    }
}
