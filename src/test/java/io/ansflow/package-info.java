/** Guards over the whole program: its modules, its rules, its texts. */
@NullMarked
package io.ansflow;

import org.jspecify.annotations.NullMarked;
