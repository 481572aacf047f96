/** Login and change of password. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.security.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
