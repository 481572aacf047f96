package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Stage;
import io.ansflow.kubernetes.simulated.SimulatedCluster.Inside;
import io.ansflow.kubernetes.simulated.api.Caller;
import io.ansflow.kubernetes.simulated.api.Rejection;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a simulated cluster: it fails in the order in which a real one does, and asks the cluster in the name of
 * whom the credential belongs to.
 */
final class Connection {
    private static final Duration SLOWNESS = Duration.ofMillis(2500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CERTIFICATE = Duration.ofDays(365);
    private static final int HTTPS = 443;
    private static final int USUAL_PORT = 6443;

    private final SimulatedAddress address;
    private final ClusterAccess access;
    private final SimulatedClusters clusters;
    private final boolean allowed;
    private final Clock clock;
    private final String server;
    private final List<Optional<Fault.Active>> faults;
    private volatile @Nullable Established established;

    /** Who asks whom. */
    private record Established(SimulatedCluster cluster, Caller caller) {}

    /** @param allowed whether this installation may have simulated clusters at all */
    Connection(
            SimulatedAddress address, ClusterAccess access, SimulatedClusters clusters, boolean allowed, Clock clock) {
        this.address = address;
        this.access = access;
        this.clusters = clusters;
        this.allowed = allowed;
        this.clock = clock;
        int port = access.server().getPort();
        this.server = address.host() + ":" + (port == -1 ? HTTPS : port);
        this.faults = address.faults().stream().map(Fault.Active::parse).toList();
    }

    /** Host and port. */
    String server() {
        return server;
    }

    boolean has(Fault fault) {
        return faults.stream().flatMap(Optional::stream).anyMatch(active -> active.fault() == fault);
    }

    /** Asks the cluster; told of the stages on the way to it. */
    <T> Answer<T> ask(CheckProgress progress, String label, BiFunction<Inside, Caller, T> question) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted before asking " + label);
        }
        ClusterFailure failure = connect(progress, label);
        if (failure != null) {
            return Answer.failed(failure);
        }
        Established to = java.util.Objects.requireNonNull(established);
        try {
            return Answer.of(to.cluster().inside(inside -> question.apply(inside, to.caller())));
        } catch (Rejection e) {
            return Answer.failed(e.failure());
        }
    }

    /** Asks without regard to what the connection is for. */
    <T> Answer<T> ask(String label, BiFunction<Inside, Caller, T> question) {
        return ask(CheckProgress.NONE, label, question);
    }

    /** @throws Rejection if a fault forbids to do this to the type */
    void refuse(String verb, String resource) {
        boolean forbidden = faults.stream()
                .flatMap(Optional::stream)
                .anyMatch(active -> active.fault() == Fault.FORBIDDEN
                        && (active.about().equals(resource) || resource.startsWith(active.about() + ".")));
        if (forbidden) {
            throw new Rejection(ClusterFailure.of(FailureCode.FORBIDDEN, verb, resource));
        }
    }

    private @Nullable ClusterFailure connect(CheckProgress progress, String label) {
        if (has(Fault.SLOW)) {
            pause(SLOWNESS, label);
        }
        if (established != null) {
            return refusal();
        }
        progress.entered(Stage.ADDRESS);
        if (!allowed) {
            return ClusterFailure.because(FailureCode.ADDRESS_NOT_ALLOWED, "simulated", address.host());
        }
        progress.entered(Stage.DNS);
        Optional<SimulatedCluster> cluster = clusters.find(address.name());
        if (cluster.isEmpty()) {
            return ClusterFailure.of(FailureCode.DNS_NOT_FOUND, address.host());
        }
        progress.entered(Stage.TCP);
        int port = access.server().getPort();
        if (has(Fault.REFUSED) || (port != -1 && port != USUAL_PORT)) {
            return ClusterFailure.of(FailureCode.CONNECTION_REFUSED, server);
        }
        progress.entered(Stage.TLS);
        ClusterFailure tls = handshake(label);
        if (tls != null) {
            return tls;
        }
        progress.entered(Stage.HTTP);
        ClusterFailure refusal = refusal();
        if (refusal != null) {
            return refusal;
        }
        Optional<Caller> caller = has(Fault.UNAUTHORIZED)
                ? Optional.empty()
                : new Authentication(address, access, clock.instant()).caller(access);
        if (caller.isEmpty()) {
            return unauthorized();
        }
        established = new Established(cluster.get(), caller.get());
        return null;
    }

    private @Nullable ClusterFailure handshake(String label) {
        if (has(Fault.TIMEOUT)) {
            pause(PATIENCE, label);
            return ClusterFailure.because(
                    FailureCode.RESPONSE_TIMEOUT, "tls", server, String.valueOf(PATIENCE.toSeconds()));
        }
        Instant now = clock.instant();
        if (access.tls().verified() && has(Fault.TLS_EXPIRED)) {
            return about(FailureCode.TLS_EXPIRED, now.minus(CERTIFICATE), now.minus(Duration.ofDays(3)));
        }
        Optional<X509Certificate> authority = Authentication.authority(address, access);
        boolean trusted = authority.isPresent() && !has(Fault.TLS_UNTRUSTED);
        return access.tls().verified() && !trusted
                ? about(FailureCode.TLS_UNTRUSTED, now.minus(CERTIFICATE), now.plus(CERTIFICATE))
                : null;
    }

    private ClusterFailure about(FailureCode code, Instant from, Instant to) {
        return ClusterFailure.of(
                code,
                server,
                "CN=kube-apiserver",
                "CN=" + address.host(),
                address.host() + ", kubernetes, kubernetes.default.svc",
                from.truncatedTo(ChronoUnit.DAYS).toString(),
                to.truncatedTo(ChronoUnit.DAYS).toString());
    }

    /** What a server says before it looks at who asks. */
    private @Nullable ClusterFailure refusal() {
        if (faults.stream().anyMatch(Optional::isEmpty)) {
            return ClusterFailure.of(FailureCode.NOT_KUBERNETES, server, "404", "text/plain", "404 page not found");
        }
        if (has(Fault.SERVER_ERROR)) {
            return ClusterFailure.of(FailureCode.SERVER_ERROR, server, "503");
        }
        return has(Fault.RATE_LIMITED)
                ? ClusterFailure.because(FailureCode.RATE_LIMITED, "retry-after", server, "30")
                : null;
    }

    private ClusterFailure unauthorized() {
        Instant end = access.client().expiresAt();
        return end != null && end.isBefore(clock.instant())
                ? ClusterFailure.of(
                        FailureCode.CREDENTIAL_EXPIRED,
                        end.truncatedTo(ChronoUnit.SECONDS).toString())
                : ClusterFailure.of(FailureCode.UNAUTHORIZED, server);
    }

    static void pause(Duration length, String label) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking " + label);
        }
    }
}
