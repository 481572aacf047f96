package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Provisions a volume for every claim whose storage class there is. */
final class Claims implements Controller {
    private static final String CLASSES = "storageclasses.storage.k8s.io";

    private final Plane plane;
    private final Set<String> begun = new HashSet<>();

    Claims(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry claim) {
        if (claim.phase().equals("Bound") || claim.deleting()) {
            return;
        }
        if (claim.phase().isEmpty()) {
            plane.writer()
                    .status(
                            claim.key(),
                            Plane.MANAGER,
                            tree -> Tree.child(tree, "status").put("phase", "Pending"));
        }
        ObjectNode tree = claim.tree();
        String wanted = Tree.text(tree, "spec", "storageClassName");
        boolean known = plane.store().all(CLASSES).stream()
                .anyMatch(found -> wanted.isEmpty() || found.key().name().equals(wanted));
        if (known && begun.add(claim.uid())) {
            plane.timeline().after(plane.between(800, 2500), () -> bind(claim));
        } else if (!known && begun.add(claim.uid())) {
            plane.events()
                    .warning(
                            tree,
                            "persistentvolume-controller",
                            "ProvisioningFailed",
                            "storageclass.storage.k8s.io \"" + wanted + "\" not found");
        }
    }

    private void bind(Entry claim) {
        Entry now = plane.store().find(claim.key());
        if (now == null || !now.uid().equals(claim.uid()) || now.deleting()) {
            return;
        }
        ObjectNode tree = now.tree();
        String volume = "pvc-" + claim.uid();
        plane.writer().create(Kinds.VOLUME, "", volume(tree, volume), Plane.MANAGER);
        plane.writer().change(claim.key(), Plane.MANAGER, changed -> bind(changed, volume));
        plane.events()
                .normal(
                        tree,
                        "persistentvolume-controller",
                        "ProvisioningSucceeded",
                        "Successfully provisioned volume " + volume);
    }

    /** Makes a claim one that has its volume. */
    static void bind(ObjectNode claim, String volume) {
        Tree.child(claim, "spec").put("volumeName", volume);
        ObjectNode status = Tree.child(claim, "status").put("phase", "Bound");
        status.set("accessModes", Tree.at(claim, "spec", "accessModes").deepCopy());
        status.putObject("capacity").put("storage", Tree.text(claim, "spec", "resources", "requests", "storage"));
    }

    static ObjectNode volume(ObjectNode claim, String name) {
        ObjectNode volume = Tree.object();
        volume.putObject("metadata").put("name", name);
        ObjectNode spec = volume.putObject("spec");
        spec.putObject("capacity").put("storage", Tree.text(claim, "spec", "resources", "requests", "storage"));
        spec.set("accessModes", Tree.at(claim, "spec", "accessModes").deepCopy());
        spec.putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("namespace", Tree.text(claim, "metadata", "namespace"))
                .put("name", Tree.text(claim, "metadata", "name"))
                .put("uid", Tree.text(claim, "metadata", "uid"))
                .put("apiVersion", "v1");
        spec.put("persistentVolumeReclaimPolicy", "Delete");
        spec.put("storageClassName", Tree.text(claim, "spec", "storageClassName"));
        spec.putObject("csi").put("driver", "csi.simulated.invalid").put("volumeHandle", name);
        return volume;
    }
}
