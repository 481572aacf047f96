package io.ansflow.kubernetes;

/**
 * What failed on the way to a cluster, in the order of the connection. Every code, and every reason of a code, has a
 * message and a remedy in both languages, under {@code failure.<CODE>[.<reason>]}. The arguments that a text of a code
 * may use are given here by number; texts of reasons may take other ones. An unknown value is {@code –}.
 */
public enum FailureCode {
    /** The credential cannot be used as it is: malformed PEM, a key that does not belong to its certificate, an empty token. */
    CREDENTIAL_INVALID(Reachability.UNKNOWN),
    /** The kubeconfig asks for something that is never done, or contradicts itself. */
    KUBECONFIG_REFUSED(Reachability.UNKNOWN),
    /** The address guard does not let a connection go there. {0} the address. */
    ADDRESS_NOT_ALLOWED(Reachability.UNREACHABLE),
    /** {0} the name. */
    DNS_NOT_FOUND(Reachability.UNREACHABLE),
    /** {0} host:port. */
    CONNECTION_REFUSED(Reachability.UNREACHABLE),
    /** {0} host:port, {1} seconds waited. */
    CONNECT_TIMEOUT(Reachability.UNREACHABLE),
    /** The connection was made or being made, and broke: reset, no route, proxy refused. {0} host:port, {1} what happened. */
    CONNECTION_FAILED(Reachability.UNREACHABLE),
    /**
     * Signed by nobody we trust. Like those of the next two, its arguments are {0} host:port, and of the certificate {1}
     * subject, {2} issuer, {3} names, {4} and {5} first and last moment of its validity.
     */
    TLS_UNTRUSTED(Reachability.UNREACHABLE),
    /** The certificate is for other names. */
    TLS_HOSTNAME_MISMATCH(Reachability.UNREACHABLE),
    /** Not valid any more, or not yet. */
    TLS_EXPIRED(Reachability.UNREACHABLE),
    /** Any other failure of the handshake. {0} host:port, {1} what happened. */
    TLS_FAILED(Reachability.UNREACHABLE),
    /** Something answers, but not a Kubernetes API. {0} host:port, {1} HTTP status, {2} content type, {3} first words. */
    NOT_KUBERNETES(Reachability.UNREACHABLE),
    /** HTTP 401. {0} host:port. */
    UNAUTHORIZED(Reachability.UNAUTHORIZED),
    /** HTTP 401, and the credential's own date says why. {0} the date. */
    CREDENTIAL_EXPIRED(Reachability.UNAUTHORIZED),
    /** HTTP 403: the credential is known, but not allowed to do this. {0} verb, {1} resource or path. */
    FORBIDDEN(Reachability.LIMITED),
    /** HTTP 429. {0} host:port. */
    RATE_LIMITED(Reachability.UNREACHABLE),
    /** HTTP 5xx. {0} host:port, {1} HTTP status. */
    SERVER_ERROR(Reachability.UNREACHABLE),
    /** Connected, but the answer did not come, or not to its end, in time. {0} what was asked, {1} seconds waited. */
    RESPONSE_TIMEOUT(Reachability.UNREACHABLE),
    /** {0} what was asked, {1} the limit in MiB. */
    RESPONSE_TOO_LARGE(Reachability.UNREACHABLE),
    /** HTTP 404: there is no such object. {0} the object, as {@code shop/deployments/web}. */
    NOT_FOUND(Reachability.LIMITED),
    /** HTTP 410: the server has forgotten the state that the question is about. {0} what was asked. */
    EXPIRED(Reachability.LIMITED),
    /** HTTP 409: there is one of that name already. {0} the object. */
    ALREADY_EXISTS(Reachability.LIMITED),
    /**
     * HTTP 409: it is not any more what the change was meant for. {0} the object, {1} the server's message; reason
     * {@code owner}: {1} who decided about the fields, {2} the fields; reason {@code value}: {1} the value seen, {2} the
     * value it has.
     */
    CONFLICT(Reachability.LIMITED),
    /** HTTP 400, 413, 415 or 422: the server does not accept it as it is. {0} the object, {1} the server's message. */
    INVALID(Reachability.LIMITED),
    /**
     * The credential would be allowed to, but the cluster's admission refuses: quota, limits, a policy, a webhook, a
     * namespace on its way out. {0} the object, {1} the server's message.
     */
    REFUSED(Reachability.LIMITED);

    private final Reachability reachability;

    FailureCode(Reachability reachability) {
        this.reachability = reachability;
    }

    /** The reachability of a cluster whose check ended with this failure. */
    public Reachability reachability() {
        return reachability;
    }
}
