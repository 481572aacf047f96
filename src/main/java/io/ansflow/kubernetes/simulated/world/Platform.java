package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.control.ControlPlane;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What every cluster brings along: nodes, roles, a storage class. */
final class Platform {
    static final String STORAGE_CLASS = "standard";

    /** What the roles {@code view}, {@code edit} and {@code admin} are about. */
    private static final String NAMESPACED =
            "{'apiGroups':[''],'resources':['configmaps','endpoints','events','limitranges',"
                    + "'persistentvolumeclaims','persistentvolumeclaims/status','pods','pods/log','pods/status','resourcequotas',"
                    + "'resourcequotas/status','serviceaccounts','services','services/status','namespaces','namespaces/status'],"
                    + "'verbs':VERBS},{'apiGroups':['apps'],'resources':['controllerrevisions','daemonsets','daemonsets/status',"
                    + "'deployments','deployments/scale','deployments/status','replicasets','replicasets/scale','replicasets/status',"
                    + "'statefulsets','statefulsets/scale','statefulsets/status'],'verbs':VERBS},{'apiGroups':['autoscaling'],"
                    + "'resources':['horizontalpodautoscalers','horizontalpodautoscalers/status'],'verbs':VERBS},"
                    + "{'apiGroups':['batch'],'resources':['cronjobs','cronjobs/status','jobs','jobs/status'],'verbs':VERBS},"
                    + "{'apiGroups':['networking.k8s.io'],'resources':['ingresses','ingresses/status','networkpolicies'],"
                    + "'verbs':VERBS},{'apiGroups':['policy'],'resources':['poddisruptionbudgets','poddisruptionbudgets/status'],"
                    + "'verbs':VERBS},{'apiGroups':['metrics.k8s.io'],'resources':['pods','nodes'],'verbs':['get','list','watch']}";

    private static final String READING = "['get','list','watch']";
    private static final String WRITING =
            "['get','list','watch','create','update','patch','delete','deletecollection']";

    private Platform() {}

    static ObjectNode adminRole() {
        return role("cluster-admin", "{'apiGroups':['*'],'resources':['*'],'verbs':['*']}");
    }

    static ObjectNode viewRole() {
        return role("view", NAMESPACED.replace("VERBS", READING));
    }

    static ObjectNode editRole() {
        return role(
                "edit",
                NAMESPACED.replace("VERBS", WRITING) + ",{'apiGroups':[''],'resources':['secrets'],'verbs':" + WRITING
                        + "}");
    }

    private static ObjectNode role(String name, String rules) {
        return Tree.parse("{'metadata':{'name':'" + name
                + "','labels':{'kubernetes.io/bootstrapping':'rbac-defaults'}}," + "'rules':[" + rules + "]}");
    }

    /** @param subject of the binding, in JSON */
    static ObjectNode binding(String name, String role, String subject) {
        return Tree.parse(
                "{'metadata':{'name':'" + name + "'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':"
                        + "'ClusterRole','name':'" + role + "'},'subjects':[" + subject + "]}");
    }

    static ObjectNode storageClass() {
        return Tree.parse("{'metadata':{'name':'" + STORAGE_CLASS + "','annotations':{"
                + "'storageclass.kubernetes.io/is-default-class':'true'}},'provisioner':'csi.simulated.invalid',"
                + "'reclaimPolicy':'Delete','volumeBindingMode':'Immediate','allowVolumeExpansion':true}");
    }

    /**
     * A node.
     *
     * @param index among all nodes of the cluster, from 0
     */
    static ObjectNode node(Line line, String name, int index, String version, Instant now) {
        boolean controlPlane = line.has("control-plane");
        ObjectNode node = Tree.object();
        ObjectNode labels = Tree.object()
                .put("kubernetes.io/hostname", name)
                .put("kubernetes.io/os", "linux")
                .put("kubernetes.io/arch", "amd64")
                .put("topology.kubernetes.io/zone", "cn-east-" + (char) ('a' + index % 3));
        labels.put(controlPlane ? "node-role.kubernetes.io/control-plane" : "node-role.kubernetes.io/worker", "");
        node.putObject("metadata").put("name", name).set("labels", labels);
        ObjectNode spec = node.putObject("spec");
        spec.put("podCIDR", "10.244." + index + ".0/24").putArray("podCIDRs").add("10.244." + index + ".0/24");
        if (controlPlane) {
            spec.putArray("taints")
                    .addObject()
                    .put("key", "node-role.kubernetes.io/control-plane")
                    .put("effect", "NoSchedule");
        }
        if (line.has("cordoned")) {
            spec.put("unschedulable", true);
        }
        status(line, node.putObject("status"), name, index, version);
        ControlPlane.working(node, now);
        return node;
    }

    private static void status(Line line, ObjectNode status, String name, int index, String version) {
        status.putArray("addresses")
                .add(Tree.object()
                        .put("type", "InternalIP")
                        .put("address", "10.20." + index / 200 + "." + (index % 200 + 11)));
        Tree.list(status, "addresses").addObject().put("type", "Hostname").put("address", name);
        for (String part : new String[] {"capacity", "allocatable"}) {
            status.putObject(part)
                    .put("cpu", line.text("cpu", "8"))
                    .put("memory", line.text("memory", "32Gi"))
                    .put("ephemeral-storage", "200Gi")
                    .put("pods", "110");
        }
        status.putObject("nodeInfo")
                .put("machineID", Integer.toHexString(name.hashCode()))
                .put("kernelVersion", "6.8.0-55-generic")
                .put("osImage", "Ubuntu 24.04.2 LTS")
                .put("containerRuntimeVersion", "containerd://2.0.3")
                .put("kubeletVersion", version)
                .put("kubeProxyVersion", version)
                .put("operatingSystem", "linux")
                .put("architecture", "amd64");
    }
}
