@NullMarked
package io.ansflow.jobs;

import org.jspecify.annotations.NullMarked;
