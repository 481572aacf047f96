/** The list of clusters and the form that adds and edits one. */
@NullMarked
package io.ansflow.cluster.ui;

import org.jspecify.annotations.NullMarked;
