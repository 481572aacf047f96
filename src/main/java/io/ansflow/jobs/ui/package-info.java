/** JobRunr's dashboard behind the application's login. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.jobs.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
