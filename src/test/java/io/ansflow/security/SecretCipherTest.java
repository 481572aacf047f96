package io.ansflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretCipherTest {
    @TempDir
    Path directory;

    private final JdbcClient database = JdbcClient.create(Databases.h2());

    @Test
    void what_was_encrypted_is_decrypted_also_after_a_restart() throws Exception {
        byte[] ciphertext = cipher("key").encrypt("s3cret-令牌", "cluster/1/token");
        assertThat(cipher("key").decrypt(ciphertext, "cluster/1/token")).isEqualTo("s3cret-令牌");
    }

    @Test
    void the_same_secret_never_looks_the_same_and_never_shows() throws Exception {
        SecretCipher cipher = cipher("key");
        byte[] one = cipher.encrypt("s3cret", "cluster/1/token");
        assertThat(one).isNotEqualTo(cipher.encrypt("s3cret", "cluster/1/token"));
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    }

    @Test
    void a_ciphertext_moved_to_another_cluster_or_field_does_not_decrypt() throws Exception {
        SecretCipher cipher = cipher("key");
        byte[] ciphertext = cipher.encrypt("s3cret", "cluster/1/token");
        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "cluster/2/token")).isInstanceOf(UndecryptableSecret.class);
        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "cluster/1/clientKey"))
                .isInstanceOf(UndecryptableSecret.class);
    }

    @Test
    void a_changed_ciphertext_does_not_decrypt() throws Exception {
        SecretCipher cipher = cipher("key");
        byte[] ciphertext = cipher.encrypt("s3cret", "cluster/1/token");
        ciphertext[ciphertext.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "cluster/1/token")).isInstanceOf(UndecryptableSecret.class);
    }

    @Test
    void the_key_is_readable_by_its_owner_alone() throws Exception {
        cipher("key").encrypt("s3cret", "cluster/1/token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_lost_key_stops_the_start_and_is_not_replaced() throws Exception {
        cipher("key").encrypt("s3cret", "cluster/1/token");
        Files.delete(directory.resolve("key"));
        assertThatThrownBy(() -> cipher("key"))
                .isInstanceOf(MasterKeyProblem.class)
                .hasMessageContaining("is missing");
        assertThat(directory.resolve("key")).doesNotExist();
    }

    @Test
    void a_key_of_another_installation_stops_the_start() throws Exception {
        cipher("key").encrypt("s3cret", "cluster/1/token");
        var _ = new MasterKey(directory.resolve("other"), JdbcClient.create(Databases.h2()));
        assertThatThrownBy(() -> cipher("other"))
                .isInstanceOf(MasterKeyProblem.class)
                .hasMessageContaining("is not the key");
    }

    @Test
    void a_broken_key_file_is_named_without_its_content() throws Exception {
        Files.writeString(directory.resolve("key"), "{\"primaryKeyId\": \"s3cret\"}");
        assertThatThrownBy(() -> cipher("key"))
                .isInstanceOf(MasterKeyProblem.class)
                .hasMessageContaining("not a Tink keyset")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    private SecretCipher cipher(String keyFile) throws Exception {
        return new SecretCipher(new MasterKey(directory.resolve(keyFile), database));
    }
}
