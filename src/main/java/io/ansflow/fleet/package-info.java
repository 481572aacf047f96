/** Looks over all clusters at once. */
@NullMarked
package io.ansflow.fleet;

import org.jspecify.annotations.NullMarked;
