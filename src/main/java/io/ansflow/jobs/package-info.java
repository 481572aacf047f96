/** JobRunr: jobs that start at once and survive a crash, and the watchdog over its server. Knows no feature. */
@NullMarked
package io.ansflow.jobs;

import org.jspecify.annotations.NullMarked;
