package io.ansflow.cluster;

import io.ansflow.base.Text;

/** Input about a cluster that cannot be accepted: which field, and one sentence why. Holds nothing secret. */
public class InvalidCluster extends RuntimeException {
    private final String field;
    private final transient Text text;

    /** @param field a component of {@link ClusterDraft}, or an authentication field */
    public InvalidCluster(String field, Text text) {
        super(field + ": " + text.key());
        this.field = field;
        this.text = text;
    }

    public String field() {
        return field;
    }

    public Text text() {
        return text;
    }
}
