package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.api.Usage;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes into quotas how much of them is used. */
final class Quotas implements Controller {
    private final Plane plane;
    private final Usage usage;

    Quotas(Plane plane) {
        this.plane = plane;
        this.usage = new Usage(plane.store());
    }

    @Override
    public void reconcile(Entry entry) {
        plane.writer().status(entry.key(), Plane.MANAGER, quota -> {
            ObjectNode hard = Tree.object();
            ObjectNode used = Tree.object();
            Tree.at(quota, "spec", "hard").forEachEntry((resource, amount) -> {
                hard.set(resource, amount);
                used.put(resource, Amounts.text(resource, usage.in(entry.key().namespace(), resource)));
            });
            ObjectNode status = Tree.child(quota, "status");
            status.set("hard", hard);
            status.set("used", used);
        });
    }
}
