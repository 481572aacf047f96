package io.ansflow.kubernetes.simulated;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The authority of one simulated cluster, made up in the moment in which the cluster is registered: a real key, which signs
 * real certificates and tokens, and is forgotten with this object.
 */
public final class MadeUpAuthority {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 64;

    private final SimulatedAddress address;
    private final Instant now;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    public MadeUpAuthority(SimulatedAddress address, Instant now) {
        this.address = address;
        this.now = now;
        this.certificate = sign("CN=" + address.host(), keys.getPublic(), LIFE, true);
    }

    /** A client certificate and its key, in PEM. Its {@code toString} shows no key. */
    public record Client(String certificate, String key) {
        @Override
        public String toString() {
            return "Client[…]";
        }
    }

    /** The authority's certificate, in PEM. */
    public String certificate() {
        return pem(certificate);
    }

    /** The token of a service account, a JSON Web Token. */
    public String token(String namespace, String account, Duration life) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\"}";
        ObjectNode claims = JsonMapper.shared().createObjectNode();
        claims.putArray("aud").add("https://kubernetes.default.svc.cluster.local");
        claims.put("exp", now.plus(life).getEpochSecond()).put("iat", now.getEpochSecond());
        claims.put("iss", "https://kubernetes.default.svc.cluster.local")
                .put("jti", UUID.randomUUID().toString());
        claims.putObject("kubernetes.io")
                .put("namespace", namespace)
                .putObject("serviceaccount")
                .put("name", account);
        claims.put("nbf", now.minus(BEFORE).getEpochSecond());
        claims.put("sub", "system:serviceaccount:" + namespace + ":" + account);
        String content = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(Authentication.SIGNATURE);
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has ES256", e);
        }
    }

    /** A client certificate. */
    public Client client(String user, String group, Duration life) {
        KeyPair own = keys();
        String name = group.isEmpty() ? "CN=" + user : "O=" + group + ",CN=" + user;
        return new Client(pem(sign(name, own.getPublic(), life, false)), pkcs8(own.getPrivate()));
    }

    /** A kubeconfig with a client certificate. */
    public String kubeconfig(String user, Client client) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: %1$s
                  cluster:
                    server: %2$s
                    certificate-authority-data: %3$s
                users:
                - name: %4$s
                  user:
                    client-certificate-data: %5$s
                    client-key-data: %6$s
                contexts:
                - name: %4$s@%1$s
                  context:
                    cluster: %1$s
                    user: %4$s
                current-context: %4$s@%1$s
                """.formatted(
                        address.name(),
                        address.uri(),
                        data(certificate()),
                        user,
                        data(client.certificate()),
                        data(client.key()));
    }

    private static String data(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has elliptic curves", e);
        }
    }

    private X509Certificate sign(String subject, PublicKey key, Duration life, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + address.host()),
                    new BigInteger(SERIAL_BITS, new SecureRandom()),
                    Date.from(now.minus(BEFORE)),
                    Date.from(now.plus(life)),
                    new X500Name(subject),
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("A certificate could not be made up", e);
        }
    }

    private static String pkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
