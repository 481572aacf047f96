package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says what a failed TLS handshake means, and names the certificate that the server presented. */
final class TlsFailures {
    private static final int MOST_NAMES = 10;
    private static final Set<Integer> ADDRESS_AND_DNS = Set.of(2, 7);
    private static final Pattern ALERT = Pattern.compile("received fatal alert: (\\w+)");

    /** Alerts by which a server refuses the certificate of a client (RFC 8446, section 6.2). */
    private static final Set<String> ABOUT_CLIENT_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied",
            "certificate_required");

    private final String server;
    private final ServerTrustManager trust;
    private final Excerpt excerpt;

    /** @param server host:port */
    TlsFailures(String server, ServerTrustManager trust, Excerpt excerpt) {
        this.server = server;
        this.trust = trust;
        this.excerpt = excerpt;
    }

    /** Empty if it was not TLS that failed, but the connection under it. */
    Optional<ClusterFailure> handshake(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRejected rejected) {
                return Optional.of(rejected(rejected));
            }
            if (cause instanceof SocketException) {
                return Optional.empty();
            }
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return Optional.of(about(FailureCode.TLS_HOSTNAME_MISMATCH, null, trust.presented()));
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        Matcher alert = ALERT.matcher(message);
        if (alert.find()) {
            return Optional.of(alert(alert.group(1)));
        }
        if (message.contains("unrecognized ssl message")) {
            return Optional.of(failed("plain-text"));
        }
        if (failure instanceof EOFException || message.contains("terminated the handshake")) {
            return Optional.of(failed("closed"));
        }
        if (message.contains("protocol version") || message.contains("not supported by")) {
            return Optional.of(failed("protocol-version"));
        }
        return failure instanceof SSLException
                ? Optional.of(ClusterFailure.of(FailureCode.TLS_FAILED, server, excerpt.of(message, 120)))
                : Optional.empty();
    }

    private ClusterFailure alert(String alert) {
        if (alert.equals("protocol_version")) {
            return failed("protocol-version");
        }
        return failed(ABOUT_CLIENT_CERTIFICATE.contains(alert) ? "client-certificate" : "alert", alert);
    }

    private ClusterFailure failed(String reason, String... more) {
        List<String> arguments = new ArrayList<>(List.of(server));
        arguments.addAll(List.of(more));
        return new ClusterFailure(FailureCode.TLS_FAILED, reason, arguments, null);
    }

    private ClusterFailure rejected(CertificateRejected rejected) {
        X509Certificate certificate = rejected.certificate();
        return switch (rejected.why()) {
            case UNTRUSTED -> about(FailureCode.TLS_UNTRUSTED, null, certificate);
            case UNTRUSTED_AND_OUTSIDE_VALIDITY -> about(FailureCode.TLS_UNTRUSTED, "expired", certificate);
            case OUTSIDE_VALIDITY ->
                about(
                        FailureCode.TLS_EXPIRED,
                        certificate.getNotBefore().toInstant().isAfter(Instant.now()) ? "not-yet" : null,
                        certificate);
            case UNACCEPTABLE -> about(FailureCode.TLS_FAILED, "unacceptable", certificate);
        };
    }

    private ClusterFailure about(FailureCode code, @Nullable String reason, @Nullable X509Certificate certificate) {
        if (certificate == null) {
            return failed("closed");
        }
        return new ClusterFailure(
                code,
                reason,
                List.of(
                        server,
                        excerpt.of(certificate.getSubjectX500Principal().getName(), 200),
                        excerpt.of(certificate.getIssuerX500Principal().getName(), 200),
                        names(certificate),
                        second(certificate.getNotBefore().toInstant()),
                        second(certificate.getNotAfter().toInstant())),
                null);
    }

    private String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names =
                    Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of());
            String joined = names.stream()
                    .filter(name -> name.getFirst() instanceof Integer type && ADDRESS_AND_DNS.contains(type))
                    .limit(MOST_NAMES)
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.joining(", "));
            return excerpt.of(joined, 300);
        } catch (CertificateParsingException e) {
            return Excerpt.UNKNOWN;
        }
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
