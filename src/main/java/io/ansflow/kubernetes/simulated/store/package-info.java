/** What a simulated cluster keeps instead of etcd: objects by key and version, and what changed lately. */
@NullMarked
package io.ansflow.kubernetes.simulated.store;

import org.jspecify.annotations.NullMarked;
