/** Small pieces of user interface that every view uses: badges, relative ages, notifications. */
@NullMarked
package io.ansflow.base.ui;

import org.jspecify.annotations.NullMarked;
