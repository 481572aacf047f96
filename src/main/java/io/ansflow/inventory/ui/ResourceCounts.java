package io.ansflow.inventory.ui;

import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Count;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.ResourceQuery;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How many resources a query finds, and how many each status would show, the rest of the query being as it is.
 *
 * @param all those that the query finds
 */
public record ResourceCounts(Count all, Map<Health, Count> byHealth) {

    /** Asks the inventory, which may take a while: not to be done while a page waits. */
    public static ResourceCounts of(Inventory inventory, ResourceQuery query) {
        Map<Health, Count> byHealth = new EnumMap<>(Health.class);
        EnumSet.allOf(Health.class)
                .forEach(health -> byHealth.put(health, inventory.count(query.health(Set.of(health)))));
        return new ResourceCounts(inventory.count(query), byHealth);
    }

    /** In words: exact, or more than so many. */
    public static String words(Count count) {
        return Translated.of(count.exact() ? "number" : "resources.count.more", count.value());
    }
}
