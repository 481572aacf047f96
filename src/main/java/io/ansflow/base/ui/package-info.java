/** Small pieces of user interface that every view uses: badges, relative ages, notifications, filters. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
