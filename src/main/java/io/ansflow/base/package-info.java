/** Value types and texts that every feature uses; knows no feature. */
@NullMarked
package io.ansflow.base;

import org.jspecify.annotations.NullMarked;
