package io.ansflow.cluster;

import io.ansflow.base.Text;

/** Others were saving clusters as well, and came first however often it was tried; nothing was saved. */
public class TooManySaves extends RuntimeException {
    TooManySaves(Throwable last) {
        super("Others saved clusters in the same moment", last);
    }

    /** What to tell whoever wanted to save. */
    public Text text() {
        return Text.of("cluster.tooManySaves");
    }
}
