/**
 * The adapter to clusters that exist in memory only, for demonstrations and tests. They live and misbehave on purpose. Such
 * a cluster is known by its {@linkplain io.ansflow.kubernetes.simulated.SimulatedAddress address}, which no real server can
 * have; nothing above this package treats it in another way than a real one, but for saying so.
 */
@NamedInterface
@NullMarked
package io.ansflow.kubernetes.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
