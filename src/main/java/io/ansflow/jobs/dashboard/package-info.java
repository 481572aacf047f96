/**
 * JobRunr's dashboard inside the application, behind its login and on its port. JobRunr brings a web server of its own,
 * which listens on every interface; it is never started. Its handlers are used, through servlets.
 */
@NullMarked
package io.ansflow.jobs.dashboard;

import org.jspecify.annotations.NullMarked;
