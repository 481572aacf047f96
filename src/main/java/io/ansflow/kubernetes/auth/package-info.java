/** Ways to authenticate to a cluster: one bean, in one file, per way. */
@NamedInterface
@NullMarked
package io.ansflow.kubernetes.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
