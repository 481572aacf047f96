/**
 * What runs in the registered clusters: the copy that lists and searches read ({@link io.ansflow.inventory.Inventory}),
 * how it is kept up to date ({@link io.ansflow.inventory.InventorySync}) and what is known of each kind of resource
 * ({@link io.ansflow.inventory.ResourceKind}).
 */
@NullMarked
package io.ansflow.inventory;

import org.jspecify.annotations.NullMarked;
