/** Users, roles, login and its throttling, and the cipher that keeps credentials. */
@NullMarked
package io.ansflow.security;

import org.jspecify.annotations.NullMarked;
