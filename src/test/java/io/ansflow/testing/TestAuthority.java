package io.ansflow.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/** A certificate authority that lives in memory and signs what a test asks for, sensible or not. */
public final class TestAuthority {
    private static final Duration LIFE = Duration.ofDays(1);
    private final String name;
    private final KeyPair keys = keys("EC", 256);
    private final X509Certificate certificate;

    /** @param name distinguished, such as {@code CN=test-ca} */
    public TestAuthority(String name) {
        this.name = name;
        Instant now = Instant.now();
        this.certificate = sign(name, keys, now.minus(LIFE), now.plus(LIFE), List.of(), true, null);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for hosts (names or IPv4 addresses), valid from yesterday to tomorrow. */
    public Identity issue(String subject, String... hosts) {
        Instant now = Instant.now();
        return issue(subject, keys("EC", 256), now.minus(LIFE), now.plus(LIFE), hosts);
    }

    public Identity issue(String subject, Instant from, Instant to, String... hosts) {
        return issue(subject, keys("EC", 256), from, to, hosts);
    }

    public Identity issue(String subject, KeyPair subjectKeys, Instant from, Instant to, String... hosts) {
        return new Identity(
                sign(subject, subjectKeys, from, to, List.of(hosts), false, null), subjectKeys.getPrivate());
    }

    /** A certificate that is not meant for servers. */
    public Identity issueForClients(String subject, String... hosts) {
        Instant now = Instant.now();
        KeyPair subjectKeys = keys("EC", 256);
        var purpose = new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
        return new Identity(
                sign(subject, subjectKeys, now.minus(LIFE), now.plus(LIFE), List.of(hosts), false, purpose),
                subjectKeys.getPrivate());
    }

    public static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In PEM, as openssl writes it; for an RSA key that is PKCS #1. */
    public static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    public static String pkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code openssl ecparam -genkey} writes an EC key: with its curve. */
    public static String sec1(PrivateKey key) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
            ECPrivateKey plain = ECPrivateKey.getInstance(info.parsePrivateKey());
            int bits = ((ECKey) key).getParams().getCurve().getField().getFieldSize();
            var withCurve = new ECPrivateKey(
                    bits, plain.getKey(), info.getPrivateKeyAlgorithm().getParameters());
            return pem(new PemObject("EC PRIVATE KEY", withCurve.getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate and its key. */
    public record Identity(X509Certificate certificate, PrivateKey key) {

        /** A server with this identity; it trusts clients of the authority, if there is one. */
        SSLContext context(X509Certificate... clientAuthorities) {
            try {
                char[] password = {};
                KeyStore own = KeyStore.getInstance("PKCS12");
                own.load(null, null);
                own.setKeyEntry("server", key, password, new Certificate[] {certificate});
                KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
                keyManagers.init(own, password);
                KeyStore trusted = KeyStore.getInstance("PKCS12");
                trusted.load(null, null);
                trusted.setCertificateEntry("own", certificate);
                for (X509Certificate authority : clientAuthorities) {
                    trusted.setCertificateEntry("authority", authority);
                }
                TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
                trust.init(trusted);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private X509Certificate sign(
            String subject,
            KeyPair subjectKeys,
            Instant from,
            Instant to,
            List<String> hosts,
            boolean authority,
            @Nullable ExtendedKeyUsage purpose) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(name),
                    new BigInteger(64, new SecureRandom()),
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    subjectKeys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, purpose);
            }
            if (!hosts.isEmpty()) {
                GeneralName[] names = hosts.stream()
                        .map(host -> new GeneralName(
                                Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
