/** What is shown of all clusters at once. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.fleet.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
