/** Clusters to try things out with: simulated ones, registered like any other and removed again. */
@NullMarked
package io.ansflow.demo;

import org.jspecify.annotations.NullMarked;
