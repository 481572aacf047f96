package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Certificates and private keys in PEM. What is wrong with a text is said in terms of {@code what} it should be, by the
 * name that a kubeconfig gives it: {@code certificate-authority}, {@code client-certificate}, {@code client-key}.
 */
final class Pem {
    private static final int MAX_LENGTH = 1024 * 1024;

    private Pem() {}

    /** One certificate or more; text between them is ignored, as everywhere. */
    static List<X509Certificate> certificates(String what, String text) throws Refusal {
        Blocks blocks = read(what, text);
        if (blocks.encrypted || !blocks.keys.isEmpty()) {
            throw Refusal.credential("key-for-certificate", what);
        }
        if (blocks.certificates.isEmpty()) {
            throw Refusal.credential("no-certificate", what);
        }
        return List.copyOf(blocks.certificates);
    }

    /** A private key in PKCS #8, PKCS #1 or SEC 1, not encrypted. */
    static PrivateKey privateKey(String what, String text) throws Refusal {
        Blocks blocks = read(what, text);
        if (!blocks.keys.isEmpty()) {
            return blocks.keys.getFirst();
        }
        if (blocks.encrypted) {
            throw Refusal.credential("key-encrypted", what);
        }
        throw Refusal.credential(blocks.certificates.isEmpty() ? "no-key" : "certificate-for-key", what);
    }

    /** Puts a certificate and its key together. */
    static ClientCertificate pair(List<X509Certificate> chain, PrivateKey key) throws Refusal {
        if (!belong(chain.getFirst().getPublicKey(), key)) {
            throw Refusal.credential("key-mismatch");
        }
        return new ClientCertificate(chain, key);
    }

    /** What one can verify, the other has signed: true for every algorithm, without comparing parameters of each. */
    private static boolean belong(PublicKey publicKey, PrivateKey privateKey) {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case String other -> other;
        };
        byte[] message = {1, 2, 3};
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(privateKey);
            signer.update(message);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Blocks read(String what, String text) throws Refusal {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.credential("too-large", what, String.valueOf(MAX_LENGTH / 1024));
        }
        if (text.isBlank()) {
            throw Refusal.credential("missing", what);
        }
        if (!text.contains("-----BEGIN ")) {
            throw Refusal.credential("no-pem", what);
        }
        Blocks blocks = new Blocks();
        try (PEMParser parser = new PEMParser(new StringReader(withoutIndentation(text)))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The parser throws unchecked exceptions too when it is given garbage.
            throw Refusal.credential("malformed-pem", what);
        }
        return blocks;
    }

    /** As PEM arrives that was copied out of a YAML file, or saved on Windows with a byte order mark. */
    private static String withoutIndentation(String text) {
        return text.replace("\uFEFF", "").lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static final class Blocks {
        private final List<X509Certificate> certificates = new ArrayList<>();
        private final List<PrivateKey> keys = new ArrayList<>();
        private boolean encrypted;

        void add(Object block) throws IOException, GeneralSecurityException {
            switch (block) {
                case X509CertificateHolder certificate ->
                    certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
                case PrivateKeyInfo key -> keys.add(new JcaPEMKeyConverter().getPrivateKey(key));
                case PEMKeyPair pair -> keys.add(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()));
                case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ -> encrypted = true;
                default -> {
                    // Such as the EC PARAMETERS that openssl writes before a key.
                }
            }
        }
    }
}
