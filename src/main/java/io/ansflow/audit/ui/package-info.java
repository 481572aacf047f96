/** The view of the record of what people did. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
