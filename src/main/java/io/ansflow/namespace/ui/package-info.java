/** Namespaces as people see and change them: over all clusters, and one by one. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.namespace.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
