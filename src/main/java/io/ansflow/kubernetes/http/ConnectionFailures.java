package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Stage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Says what an exception on the way to an answer means. The platform tells some of its failures apart by their messages
 * only.
 */
final class ConnectionFailures {
    private final String server;
    private final Optional<String> proxy;
    private final TlsFailures tls;
    private final Excerpt excerpt;

    /**
     * @param server host:port
     * @param proxy host:port, if there is one
     */
    ConnectionFailures(String server, Optional<String> proxy, TlsFailures tls, Excerpt excerpt) {
        this.server = server;
        this.proxy = proxy;
        this.tls = tls;
        this.excerpt = excerpt;
    }

    /**
     * @param stage the one that the connection had come to
     * @param answering whether the head of the answer had arrived
     * @param waited since the question was asked
     */
    ClusterFailure of(IOException failure, Stage stage, boolean answering, Question question, Duration waited) {
        return switch (failure) {
            case AddressNotAllowed refused ->
                ClusterFailure.because(FailureCode.ADDRESS_NOT_ALLOWED, refused.reason(), refused.address());
            case ResponseTooLarge large ->
                ClusterFailure.of(FailureCode.RESPONSE_TOO_LARGE, question.label(), mebibytes(large.limit()));
            case TimedDns.LookupTimeout lookup -> noName("timeout", name(lookup), seconds(waited));
            case UnknownHostException unknown -> ClusterFailure.of(FailureCode.DNS_NOT_FOUND, name(unknown));
            case InterruptedIOException _ -> timeout(stage, question, waited);
            default ->
                switch (stage) {
                    case ADDRESS, DNS, TCP -> connecting(failure, waited);
                    case TLS -> tls.handshake(failure).orElseGet(() -> broken(failure));
                    default -> exchange(failure, answering);
                };
        };
    }

    private ClusterFailure timeout(Stage stage, Question question, Duration waited) {
        return switch (stage) {
            case ADDRESS, DNS -> noName("timeout", host(), seconds(waited));
            case TCP -> ClusterFailure.of(FailureCode.CONNECT_TIMEOUT, peer(), seconds(waited));
            case TLS -> ClusterFailure.because(FailureCode.RESPONSE_TIMEOUT, "tls", server, seconds(waited));
            default -> ClusterFailure.of(FailureCode.RESPONSE_TIMEOUT, question.label(), seconds(waited));
        };
    }

    private ClusterFailure connecting(IOException failure, Duration waited) {
        String message = rootMessage(failure);
        if (message.contains("refused")) {
            return ClusterFailure.of(FailureCode.CONNECTION_REFUSED, peer());
        }
        if (message.contains("timed out")) {
            return ClusterFailure.of(FailureCode.CONNECT_TIMEOUT, peer(), seconds(waited));
        }
        if (failure instanceof ConnectException || message.contains("unreachable") || message.contains("no route")) {
            return ClusterFailure.because(FailureCode.CONNECTION_FAILED, "no-route", peer());
        }
        if (proxy.isPresent()) {
            return ClusterFailure.because(
                    FailureCode.CONNECTION_FAILED, "proxy", proxy.get(), server, excerpt.of(message, 100));
        }
        return broken(failure);
    }

    private ClusterFailure exchange(IOException failure, boolean answering) {
        if (failure instanceof SSLException) {
            return tls.handshake(failure).orElseGet(() -> broken(failure));
        }
        if (failure instanceof ProtocolException && !answering) {
            return ClusterFailure.because(FailureCode.NOT_KUBERNETES, "not-http", server);
        }
        return broken(failure);
    }

    private ClusterFailure broken(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof ProtocolException) {
                return ClusterFailure.because(FailureCode.CONNECTION_FAILED, "closed", server);
            }
            if (cause instanceof SocketException) {
                return ClusterFailure.because(FailureCode.CONNECTION_FAILED, "reset", server);
            }
        }
        return ClusterFailure.of(
                FailureCode.CONNECTION_FAILED, server, excerpt.of(String.valueOf(failure.getMessage()), 100));
    }

    private ClusterFailure noName(String reason, String... arguments) {
        return ClusterFailure.because(FailureCode.DNS_NOT_FOUND, reason, arguments);
    }

    private String name(UnknownHostException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), host());
    }

    private String host() {
        return server.substring(0, server.lastIndexOf(':'));
    }

    /** Whom we connect to: the proxy, where there is one. */
    private String peer() {
        return proxy.orElse(server);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration waited) {
        return String.valueOf(Math.max(1, Math.round(waited.toMillis() / 1000.0)));
    }

    private static String mebibytes(long bytes) {
        return String.valueOf(Math.max(1, bytes / (1024 * 1024)));
    }
}
