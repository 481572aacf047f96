@NullMarked
package io.ansflow.kubernetes.simulated.api;

import org.jspecify.annotations.NullMarked;
