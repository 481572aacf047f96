/** What the tests share: the parts of a test machine, real clusters, real databases, hostile servers. */
@NullMarked
package io.ansflow.testing;

import org.jspecify.annotations.NullMarked;
