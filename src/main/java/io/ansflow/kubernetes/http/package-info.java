/** The adapter to real clusters: HTTP over TLS, bounded in time and bytes, every address guarded. */
@NullMarked
package io.ansflow.kubernetes.http;

import org.jspecify.annotations.NullMarked;
