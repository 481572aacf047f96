package io.ansflow.kubernetes;

import io.ansflow.base.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One precise way in which something asked of a cluster failed. Holds nothing secret: it is stored, logged and shown.
 *
 * @param code what failed
 * @param reason a variant of the code with texts of its own ({@code exec} of {@code KUBECONFIG_REFUSED}), or null
 * @param arguments values for the placeholders of message and remedy, in order; dates in ISO 8601, UTC
 * @param field the {@linkplain io.ansflow.kubernetes.auth.AuthField#name() input field} to blame, or null
 */
public record ClusterFailure(
        FailureCode code,
        @Nullable String reason,
        List<String> arguments,
        @Nullable String field) {
    /** The reason of a {@link FailureCode#RESPONSE_TIMEOUT} when the time for the whole check is used up. */
    public static final String DEADLINE = "deadline";

    public ClusterFailure {
        arguments = List.copyOf(arguments);
    }

    public static ClusterFailure of(FailureCode code, String... arguments) {
        return new ClusterFailure(code, null, List.of(arguments), null);
    }

    public static ClusterFailure because(FailureCode code, String reason, String... arguments) {
        return new ClusterFailure(code, reason, List.of(arguments), null);
    }

    /** The same failure, blamed on an input field. */
    public ClusterFailure in(String inputField) {
        return new ClusterFailure(code, reason, arguments, inputField);
    }

    /** Whether what was asked for may have happened all the same: the cluster began to answer, or was cut off. */
    public boolean mayHaveHappened() {
        return switch (code) {
            case RESPONSE_TIMEOUT, CONNECTION_FAILED, SERVER_ERROR -> true;
            default -> false;
        };
    }

    /** One sentence that says what failed. */
    public Text message() {
        return Text.of(key() + ".message", arguments.toArray());
    }

    /** One sentence that says what to do about it. */
    public Text remedy() {
        return Text.of(key() + ".remedy", arguments.toArray());
    }

    private String key() {
        return "failure." + code + (reason == null ? "" : "." + reason);
    }
}
