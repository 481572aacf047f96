/** JobRunr's dashboard behind the application's login. */
@NullMarked
package io.ansflow.jobs.ui;

import org.jspecify.annotations.NullMarked;
