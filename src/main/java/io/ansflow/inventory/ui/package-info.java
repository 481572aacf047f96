/** Views of the inventory, and the places where features above it add to them. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.inventory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
