/** What simulated clusters consist of, and what happens in them. */
@NullMarked
package io.ansflow.kubernetes.simulated.world;

import org.jspecify.annotations.NullMarked;
