package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.HashMap;
import java.util.Map;

/** Gives out the addresses of pods. */
final class PodAddresses {
    private static final int ADDRESSES = 250;

    private final Store store;
    private final Map<String, Integer> addresses = new HashMap<>();

    PodAddresses(Store store) {
        this.store = store;
    }

    /** An address in the node's range. */
    String next(String node) {
        int number = addresses.merge(node, 1, Integer::sum);
        ObjectKey key = Kinds.NODE.key("", node);
        String range = store.read(key)
                .map(found -> Tree.text(found, "spec", "podCIDR"))
                .orElse("10.244.0.0/24");
        return range.substring(0, range.lastIndexOf('.') + 1) + (number % ADDRESSES + 2);
    }
}
