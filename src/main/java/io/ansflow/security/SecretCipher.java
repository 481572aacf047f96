package io.ansflow.security;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be stored and must not be read: authenticated encryption under the {@link MasterKey}, which is
 * kept outside of the database. The context is bound to the ciphertext (as associated data), so that a ciphertext moved
 * to another row or field does not decrypt.
 */
@Component
public class SecretCipher {
    private final MasterKey masterKey;

    SecretCipher(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /**
     * Encrypts a secret for one place.
     *
     * @param context what the secret belongs to, such as {@code cluster/7/token}; needed again to decrypt
     */
    public byte[] encrypt(String secret, String context) {
        try {
            return masterKey.aead().encrypt(secret.getBytes(StandardCharsets.UTF_8), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption failed for " + context, e);
        }
    }

    /**
     * Decrypts what {@link #encrypt} made.
     *
     * @throws UndecryptableSecret if it was encrypted under another key or for another context, or was
     *     tampered with
     */
    public String decrypt(byte[] ciphertext, String context) {
        try {
            Aead aead = masterKey.aead();
            return new String(aead.decrypt(ciphertext, bytes(context)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UndecryptableSecret(context);
        }
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
