package io.ansflow.namespace.ui;

import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in the namespaces that a list has shown lately; read once for all of a page. */
final class RememberedNumbers {
    /** More than are on a page, so that what was just scrolled away is still known. */
    private static final int MOST = 10 * Inventory.MAX_SLICE;

    private final Inventory inventory;
    private final Map<ResourceKey, NamespaceNumbers> numbers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ResourceKey, NamespaceNumbers> eldest) {
            return size() > MOST;
        }
    };

    RememberedNumbers(Inventory inventory) {
        this.inventory = inventory;
    }

    /** These are about to be shown. */
    void read(List<Resource> page) {
        numbers.putAll(
                NamespaceNumbers.of(inventory, page.stream().map(Resource::key).toList()));
    }

    NamespaceNumbers of(Resource namespace) {
        return numbers.getOrDefault(namespace.key(), NamespaceNumbers.UNKNOWN);
    }
}
