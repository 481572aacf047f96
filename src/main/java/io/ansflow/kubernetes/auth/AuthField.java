package io.ansflow.kubernetes.auth;

/**
 * One thing that a person gives in order to authenticate.
 *
 * @param name key of the stored value and of the texts
 * @param kind how it is asked for
 * @param required whether a cluster can be registered without it
 * @param option the command line's option, with its dashes; for anything but {@link Kind#CHOICE} it takes a file
 */
public record AuthField(String name, Kind kind, boolean required, String option) {

    /** How a field is asked for; all but {@link #CHOICE} and {@link #CERTIFICATES} are secret. */
    public enum Kind {
        /** One line, not shown while typed. */
        TOKEN,
        /** PEM with one or more certificates; public. */
        CERTIFICATES,
        /** PEM with a private key. */
        PRIVATE_KEY,
        /** A kubeconfig, pasted or uploaded. */
        KUBECONFIG,
        /** One of the method's {@linkplain AuthMethod#choices choices}. */
        CHOICE
    }

    /** Whether the value must never reach a browser, a log or a message. */
    public boolean secret() {
        return switch (kind) {
            case TOKEN, PRIVATE_KEY, KUBECONFIG -> true;
            case CERTIFICATES, CHOICE -> false;
        };
    }
}
