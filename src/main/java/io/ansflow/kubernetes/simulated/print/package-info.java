/** Prints objects as the rows of Tables, as the API server does for kubectl. */
@NullMarked
package io.ansflow.kubernetes.simulated.print;

import org.jspecify.annotations.NullMarked;
