package io.ansflow.kubernetes.http;

import java.io.IOException;

/** An answer is longer than may be read of it. */
final class ResponseTooLarge extends IOException {
    private final long limit;

    /** @param limit in bytes */
    ResponseTooLarge(long limit) {
        super("More than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
