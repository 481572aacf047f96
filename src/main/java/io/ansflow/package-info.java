/** AnsFlow: knowing and steering all of your Kubernetes clusters. One package per feature; see docs/architecture.md. */
@NullMarked
package io.ansflow;

import org.jspecify.annotations.NullMarked;
