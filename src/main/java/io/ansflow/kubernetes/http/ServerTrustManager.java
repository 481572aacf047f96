package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.http.CertificateRejected.Why;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the platform's own trust manager trusts, but says why it does not, and remembers what was presented. Names
 * are verified later, by the {@link javax.net.ssl.HostnameVerifier}, so that "unknown authority" and "other name" cannot
 * be mixed up.
 */
final class ServerTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager platform;
    private final boolean verified;
    private volatile @Nullable X509Certificate presented;

    /**
     * @param authorities none for those of the platform
     * @param verified false to accept everything
     */
    ServerTrustManager(List<X509Certificate> authorities, boolean verified) throws GeneralSecurityException {
        this.platform = platform(authorities);
        this.verified = verified;
    }

    /** The server's own certificate, or null before it was presented. */
    @Nullable
    X509Certificate presented() {
        return presented;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        presented = chain[0];
        if (!verified) {
            return;
        }
        try {
            platform.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw rejection(chain, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Only sockets are in use");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Only sockets are in use");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("Only servers are verified");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Only servers are verified");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Only servers are verified");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    private CertificateRejected rejection(X509Certificate[] chain, CertificateException cause) {
        Instant now = Instant.now();
        Optional<X509Certificate> outside =
                Arrays.stream(chain).filter(c -> !validAt(c, now)).findFirst();
        if (outside.isPresent()) {
            Why why = leadsToTrust(chain, Optional.of(momentOfValidity(chain)))
                    ? Why.OUTSIDE_VALIDITY
                    : Why.UNTRUSTED_AND_OUTSIDE_VALIDITY;
            return new CertificateRejected(why, outside.get(), cause);
        }
        Why why = leadsToTrust(chain, Optional.empty()) || isUnacceptable(cause) ? Why.UNACCEPTABLE : Why.UNTRUSTED;
        return new CertificateRejected(why, chain[0], cause);
    }

    /** Whether the signatures lead to a trusted authority, if it were {@code moment}. */
    private boolean leadsToTrust(X509Certificate[] chain, Optional<Instant> moment) {
        try {
            Set<TrustAnchor> anchors = Arrays.stream(platform.getAcceptedIssuers())
                    .map(authority -> new TrustAnchor(authority, null))
                    .collect(Collectors.toSet());
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(chain[0]);
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            parameters.setRevocationEnabled(false);
            moment.map(Date::from).ifPresent(parameters::setDate);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isUnacceptable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED) {
                return true;
            }
        }
        return false;
    }

    private static boolean validAt(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    /** When all of the chain was or will be valid, if ever. */
    private static Instant momentOfValidity(X509Certificate[] chain) {
        return Arrays.stream(chain)
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static X509ExtendedTrustManager platform(List<X509Certificate> authorities)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(authorities.isEmpty() ? null : keyStore(authorities));
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new IllegalStateException("The platform has no X.509 trust manager");
    }

    private static KeyStore keyStore(List<X509Certificate> authorities) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("An empty key store reads nothing", e);
        }
        for (X509Certificate authority : authorities) {
            store.setCertificateEntry("authority-" + store.size(), authority);
        }
        return store;
    }
}
