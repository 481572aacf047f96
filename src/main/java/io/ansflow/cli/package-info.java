/** The command line: one file per command, over the same services as the views. */
@NullMarked
package io.ansflow.cli;

import org.jspecify.annotations.NullMarked;
