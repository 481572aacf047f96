/** Long work as people follow it: what was asked for lately, and what became of each object. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.operation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
