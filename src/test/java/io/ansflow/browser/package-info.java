/** Scenarios in a real browser against the packaged jar, and the pages in the words of those who use them. */
@NullMarked
package io.ansflow.browser;

import org.jspecify.annotations.NullMarked;
