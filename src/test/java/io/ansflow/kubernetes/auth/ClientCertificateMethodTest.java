package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.SERVER;
import static io.ansflow.kubernetes.auth.Methods.access;
import static io.ansflow.kubernetes.auth.Methods.described;
import static io.ansflow.kubernetes.auth.Methods.failure;
import static io.ansflow.testing.TestAuthority.keys;
import static io.ansflow.testing.TestAuthority.pem;
import static io.ansflow.testing.TestAuthority.pkcs8;
import static io.ansflow.testing.TestAuthority.sec1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCertificateMethodTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-01-01T00:00:00Z");
    private static final Identity RSA = identity(keys("RSA", 2048));
    private static final Identity EC = identity(keys("EC", 384));
    private static final Identity EDWARDS = identity(keys("Ed25519", 255));

    private final ClientCertificateMethod method = new ClientCertificateMethod();

    static Stream<Arguments> keyFormats() {
        return Stream.of(
                Arguments.of("RSA, PKCS #8", RSA, pkcs8(RSA.key())),
                Arguments.of("RSA, PKCS #1", RSA, pem(RSA.key())),
                Arguments.of("EC, PKCS #8", EC, pkcs8(EC.key())),
                Arguments.of("EC, SEC 1", EC, sec1(EC.key())),
                Arguments.of("EC after its parameters", EC, ecParameters() + sec1(EC.key())),
                Arguments.of("Ed25519", EDWARDS, pkcs8(EDWARDS.key())),
                Arguments.of("with the certificate before it", RSA, pem(RSA.certificate()) + pem(RSA.key())),
                Arguments.of("with text around it", RSA, "Bag Attributes\n  name: x\n" + pem(RSA.key()) + "\n\n"),
                Arguments.of("with a byte order mark", RSA, "\uFEFF" + pem(RSA.key())),
                Arguments.of("indented", RSA, pem(RSA.key()).indent(4)),
                Arguments.of("with Windows line ends", RSA, pem(RSA.key()).replace("\n", "\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyFormats")
    void accepts_every_usual_kind_of_key(String name, Identity identity, String key) {
        ClientCertificate certificate = certificate(values(pem(identity.certificate()), key));
        assertThat(certificate.chain()).containsExactly(identity.certificate());
        assertThat(certificate.privateKey().getAlgorithm())
                .isEqualTo(identity.key().getAlgorithm());
    }

    @Test
    void keeps_the_whole_chain_in_its_order() {
        String chain = pem(RSA.certificate()) + pem(AUTHORITY.certificate());
        assertThat(certificate(values(chain, pem(RSA.key()))).chain())
                .containsExactly(RSA.certificate(), AUTHORITY.certificate());
    }

    @Test
    void an_expired_certificate_is_not_refused_but_says_when() {
        assertThat(access(method, SERVER, values(pem(EC.certificate()), pkcs8(EC.key())))
                        .client()
                        .expiresAt())
                .isEqualTo(TO);
    }

    static Stream<Arguments> mistakes() throws Exception {
        String certificate = pem(RSA.certificate());
        String key = pem(RSA.key());
        String damaged = certificate.substring(0, 200) + "!!" + certificate.substring(200);
        return Stream.of(
                Arguments.of("no certificate", "", key, "missing in clientCertificate"),
                Arguments.of("no key", certificate, "", "missing in clientKey"),
                Arguments.of("not PEM", "abc", key, "no-pem in clientCertificate"),
                Arguments.of("key that is not PEM", certificate, "abc", "no-pem in clientKey"),
                Arguments.of("damaged", damaged, key, "malformed-pem in clientCertificate"),
                Arguments.of("cut off", certificate.substring(0, 300), key, "malformed-pem in clientCertificate"),
                Arguments.of(
                        "not what it says",
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                        key,
                        "malformed-pem in clientCertificate"),
                Arguments.of(
                        "garbage for a key",
                        certificate,
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                        "malformed-pem in clientKey"),
                Arguments.of("the key twice", key, key, "key-for-certificate in clientCertificate"),
                Arguments.of("both in one", certificate + key, key, "key-for-certificate in clientCertificate"),
                Arguments.of("the certificate twice", certificate, certificate, "certificate-for-key in clientKey"),
                Arguments.of("exchanged", key, certificate, "key-for-certificate in clientCertificate"),
                Arguments.of("only parameters", certificate, ecParameters(), "no-key in clientKey"),
                Arguments.of(
                        "a public key",
                        pem(RSA.certificate().getPublicKey()),
                        key,
                        "no-certificate in clientCertificate"),
                Arguments.of("encrypted as PKCS #8", certificate, encryptedPkcs8(), "key-encrypted in clientKey"),
                Arguments.of(
                        "encrypted as by openssl rsa", certificate, encryptedPkcs1(), "key-encrypted in clientKey"),
                Arguments.of(
                        "of another pair",
                        certificate,
                        pem(keys("RSA", 2048).getPrivate()),
                        "key-mismatch in clientKey"),
                Arguments.of("of another algorithm", certificate, pkcs8(EC.key()), "key-mismatch in clientKey"),
                Arguments.of(
                        "of another curve",
                        pem(EC.certificate()),
                        pkcs8(keys("EC", 256).getPrivate()),
                        "key-mismatch in clientKey"),
                Arguments.of(
                        "far too long", "-----BEGIN " + "a".repeat(2_000_000), key, "too-large in clientCertificate"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void names_the_mistake_and_the_field(String name, String certificate, String key, String failure) {
        assertThat(described(failure(method, SERVER, values(certificate, key))))
                .isEqualTo("CREDENTIAL_INVALID." + failure);
    }

    @Test
    void a_private_key_given_as_authority_is_refused_for_that_field_is_not_secret() {
        Map<String, String> values = Map.of(
                "clientCertificate", pem(RSA.certificate()),
                "clientKey", pem(RSA.key()),
                "caCertificate", pem(AUTHORITY.certificate()) + pem(RSA.key()));
        assertThat(described(failure(method, SERVER, values)))
                .isEqualTo("CREDENTIAL_INVALID.key-for-certificate in caCertificate");
    }

    private ClientCertificate certificate(Map<String, String> values) {
        return Objects.requireNonNull(access(method, SERVER, values).client().certificate());
    }

    private static Map<String, String> values(String certificate, String key) {
        return Map.of("clientCertificate", certificate, "clientKey", key);
    }

    private static Identity identity(KeyPair keys) {
        return AUTHORITY.issue("CN=admin,O=system:masters", keys, FROM, TO);
    }

    /** What openssl ecparam -genkey writes before a key of curve P-384. */
    private static String ecParameters() {
        return "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";
    }

    private static String encryptedPkcs8() throws Exception {
        var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setRandom(new SecureRandom())
                .setPassword("secret".toCharArray())
                .build();
        return pem(new JcaPKCS8Generator(RSA.key(), encryptor));
    }

    private static String encryptedPkcs1() throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    RSA.key(),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build("secret".toCharArray()));
        }
        return text.toString();
    }
}
