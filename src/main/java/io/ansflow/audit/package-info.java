/** The append-only record of who did what to which cluster, and how it ended. */
@NullMarked
package io.ansflow.audit;

import org.jspecify.annotations.NullMarked;
