@NullMarked
package io.ansflow.kubernetes.simulated;

import org.jspecify.annotations.NullMarked;
