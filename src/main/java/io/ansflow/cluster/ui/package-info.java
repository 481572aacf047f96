/** The list of clusters and the form that adds and edits one. */
@NamedInterface("ui")
@NullMarked
package io.ansflow.cluster.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
