package io.ansflow.kubernetes.http;

import java.io.IOException;

/** The answer is well-formed JSON, perhaps, but not what a Kubernetes API answers. */
final class Malformed extends IOException {
    Malformed(String what) {
        super(what);
    }
}
