@NullMarked
package io.ansflow.cli;

import org.jspecify.annotations.NullMarked;
