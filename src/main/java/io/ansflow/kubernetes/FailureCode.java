package io.ansflow.kubernetes;

/**
 * What failed on the way to a cluster, in the order of the connection. Every code has a message and a remedy in both
 * languages, under {@code failure.<CODE>}.
 */
public enum FailureCode {
    /** The credential cannot be used as it is: malformed PEM, a key that does not belong to its certificate, an empty token. */
    CREDENTIAL_INVALID(Reachability.UNKNOWN),
    /** The kubeconfig asks for something that is never done, or contradicts itself. */
    KUBECONFIG_REFUSED(Reachability.UNKNOWN),
    /** The address guard does not let a connection go there. */
    ADDRESS_NOT_ALLOWED(Reachability.UNREACHABLE),
    DNS_NOT_FOUND(Reachability.UNREACHABLE),
    CONNECTION_REFUSED(Reachability.UNREACHABLE),
    CONNECT_TIMEOUT(Reachability.UNREACHABLE),
    /** The connection was made or being made, and broke: reset, no route, proxy refused. */
    CONNECTION_FAILED(Reachability.UNREACHABLE),
    /** Signed by nobody we trust. */
    TLS_UNTRUSTED(Reachability.UNREACHABLE),
    TLS_HOSTNAME_MISMATCH(Reachability.UNREACHABLE),
    /** Not valid any more, or not yet. */
    TLS_EXPIRED(Reachability.UNREACHABLE),
    /** Any other failure of the handshake. */
    TLS_FAILED(Reachability.UNREACHABLE),
    /** Something answers, but not a Kubernetes API. */
    NOT_KUBERNETES(Reachability.UNREACHABLE),
    /** HTTP 401. */
    UNAUTHORIZED(Reachability.UNAUTHORIZED),
    /** HTTP 401, and the credential's own date says why. */
    CREDENTIAL_EXPIRED(Reachability.UNAUTHORIZED),
    /** HTTP 403: the credential is known, but not allowed to do this. */
    FORBIDDEN(Reachability.LIMITED),
    /** HTTP 429. */
    RATE_LIMITED(Reachability.UNREACHABLE),
    /** HTTP 5xx. */
    SERVER_ERROR(Reachability.UNREACHABLE),
    /** Connected, but the answer did not come, or not to its end, in time. */
    RESPONSE_TIMEOUT(Reachability.UNREACHABLE),
    RESPONSE_TOO_LARGE(Reachability.UNREACHABLE);

    private final Reachability reachability;

    FailureCode(Reachability reachability) {
        this.reachability = reachability;
    }

    /** The reachability of a cluster whose check ended with this failure. */
    public Reachability reachability() {
        return reachability;
    }
}
