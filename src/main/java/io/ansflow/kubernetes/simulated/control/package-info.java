/** What makes a simulated cluster do things by itself: its controllers, its scheduler, and the kubelets of its nodes. */
@NullMarked
package io.ansflow.kubernetes.simulated.control;

import org.jspecify.annotations.NullMarked;
