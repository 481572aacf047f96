/** Tests of the inventory. */
@NullMarked
package io.ansflow.inventory;

import org.jspecify.annotations.NullMarked;
