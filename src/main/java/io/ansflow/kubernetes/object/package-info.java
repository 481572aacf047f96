/** The objects of one cluster: how they are read, changed, watched over and asked about. */
@NamedInterface
@NullMarked
package io.ansflow.kubernetes.object;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
