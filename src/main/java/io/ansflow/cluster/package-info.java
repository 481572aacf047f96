/** Registered clusters: their data, encrypted credentials, connection checks, status and its history. */
@NullMarked
package io.ansflow.cluster;

import org.jspecify.annotations.NullMarked;
