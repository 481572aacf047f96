/** The frame around every view. Nothing imports it. */
@NullMarked
package io.ansflow.shell;

import org.jspecify.annotations.NullMarked;
