/** What people do to workloads, in the panel of a resource, over many rows, and by YAML. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.workload.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
