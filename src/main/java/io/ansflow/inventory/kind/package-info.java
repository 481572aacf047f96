/** The kinds of resources that the inventory keeps: one bean and one file for each. */
@NullMarked
package io.ansflow.inventory.kind;

import org.jspecify.annotations.NullMarked;
