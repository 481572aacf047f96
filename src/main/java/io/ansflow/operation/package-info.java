/**
 * What every change to a cluster has in common: whose object it is done to, the record around it, the news after it, and
 * whether the credential would be allowed to.
 */
@NullMarked
package io.ansflow.operation;

import org.jspecify.annotations.NullMarked;
