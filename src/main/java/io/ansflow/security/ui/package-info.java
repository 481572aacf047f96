/** Login and change of password. */
@NullMarked
package io.ansflow.security.ui;

import org.jspecify.annotations.NullMarked;
