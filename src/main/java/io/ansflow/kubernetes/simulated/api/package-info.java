/** What a simulated API server does with a request: types and their fields, defaults, validation, admission, ownership. */
@NullMarked
package io.ansflow.kubernetes.simulated.api;

import org.jspecify.annotations.NullMarked;
