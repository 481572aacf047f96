@NullMarked
package io.ansflow.jobs.dashboard;

import org.jspecify.annotations.NullMarked;
