package io.ansflow.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ansflow.base.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key under which credentials are stored: a Tink keyset in a file of mode 0600 outside of the database
 * ({@code ansflow.master-key-file}). It is made at the first start. A database that was written under another key stops
 * the start: a key that got lost must be restored, not silently replaced.
 */
@Component
class MasterKey {
    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);
    private static final byte[] CANARY = "ansflow".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CANARY_CONTEXT = "cipher_canary/1".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final Aead aead;

    MasterKey(@Value("${ansflow.master-key-file}") Path file, JdbcClient database)
            throws GeneralSecurityException, IOException {
        AeadConfig.register();
        this.file = file;
        boolean inUse = database.sql("select count(*) from cipher_canary")
                        .query(Long.class)
                        .single()
                > 0;
        if (!inUse) {
            createUnlessThere();
        } else if (!Files.exists(file)) {
            throw new MasterKeyProblem(file, MasterKeyProblem.Kind.MISSING);
        }
        this.aead = read().getPrimitive(RegistryConfiguration.get(), Aead.class);
        if (inUse) {
            verifyCanary(database);
        } else {
            database.sql("insert into cipher_canary (id, ciphertext) values (1, ?)")
                    .param(aead.encrypt(CANARY, CANARY_CONTEXT))
                    .update();
        }
    }

    Aead aead() {
        return aead;
    }

    private void createUnlessThere() throws GeneralSecurityException, IOException {
        if (Files.exists(file)) {
            return;
        }
        KeysetHandle keyset =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        try {
            DataDirectory.createPrivateFile(file, json.getBytes(StandardCharsets.UTF_8));
            log.info("Made a new master key: {}. Back it up: without it, stored credentials cannot be read", file);
        } catch (FileAlreadyExistsException e) {
            log.debug("Another process made the master key in the same moment", e);
        }
    }

    private KeysetHandle read() throws IOException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new MasterKeyProblem(file, MasterKeyProblem.Kind.UNREADABLE);
        }
    }

    private void verifyCanary(JdbcClient database) {
        byte[] ciphertext = database.sql("select ciphertext from cipher_canary where id = 1")
                .query(byte[].class)
                .single();
        try {
            aead.decrypt(ciphertext, CANARY_CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyProblem(file, MasterKeyProblem.Kind.FOREIGN);
        }
    }
}
