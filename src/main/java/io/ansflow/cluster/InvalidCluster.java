package io.ansflow.cluster;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Input about a cluster that cannot be accepted: which field, and one sentence why. Holds nothing secret. */
public class InvalidCluster extends RuntimeException {
    private final String field;
    private final transient Text text;
    private final transient @Nullable ClusterFailure failure;

    /** @param field a component of {@link ClusterDraft}, or an authentication field */
    InvalidCluster(String field, Text text) {
        this(field, text, null);
    }

    /** @param failure says why server or credentials cannot be used */
    InvalidCluster(ClusterFailure failure) {
        this(failure.field() == null ? "server" : failure.field(), failure.message(), failure);
    }

    private InvalidCluster(String field, Text text, @Nullable ClusterFailure failure) {
        super(field + ": " + text.key());
        this.field = field;
        this.text = text;
        this.failure = failure;
    }

    public String field() {
        return field;
    }

    public Text text() {
        return text;
    }

    /** The failure behind it, with its code and remedy, where server or credentials are to blame. */
    public Optional<ClusterFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
