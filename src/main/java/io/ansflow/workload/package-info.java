/** What runs in the real clusters: scale, restart, roll back, delete, edit as YAML; pods, logs, events and use. */
@NullMarked
package io.ansflow.workload;

import org.jspecify.annotations.NullMarked;
