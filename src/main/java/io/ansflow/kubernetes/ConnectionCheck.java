package io.ansflow.kubernetes;

import org.springframework.stereotype.Component;

/**
 * Finds out whether a cluster can be reached and read and, if not, exactly why: address guard, DNS, TCP, TLS, HTTP,
 * {@code /version}, identity, namespaces, nodes, pods, in this order. Stateless and safe for concurrent use.
 */
@Component
public class ConnectionCheck {
    private final ClusterApis apis;

    public ConnectionCheck(ClusterApis apis) {
        this.apis = apis;
    }

    /**
     * Checks, blocking the calling thread no longer than the configured deadline.
     *
     * @throws java.util.concurrent.CancellationException at once when the thread is interrupted, which it stays
     */
    public Diagnosis check(ClusterAccess access, CheckProgress progress) {
        CheckTrace trace = new CheckTrace(progress);
        try (ClusterApi api = apis.open(access, trace)) {
            return new CheckRun(api, trace).run();
        }
    }
}
