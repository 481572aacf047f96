/** Namespaces of the real clusters: create, label, limit and delete them. */
@NullMarked
package io.ansflow.namespace;

import org.jspecify.annotations.NullMarked;
