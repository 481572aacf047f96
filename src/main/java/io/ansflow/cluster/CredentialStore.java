package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.security.SecretCipher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what clusters are authenticated with: encrypted, each value bound to its cluster and field. */
@Component
class CredentialStore {
    private final JdbcClient database;
    private final SecretCipher cipher;

    CredentialStore(JdbcClient database, SecretCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Replaces all that is stored for the cluster. Within the caller's transaction. */
    void put(ClusterId id, Map<String, String> values) {
        database.sql("delete from cluster_credential where cluster_id = ?")
                .param(id.value())
                .update();
        values.forEach((field, value) -> database.sql(
                        "insert into cluster_credential (cluster_id, field, ciphertext) values (?, ?, ?)")
                .param(id.value())
                .param(field)
                .param(cipher.encrypt(value, context(id, field)))
                .update());
    }

    /** @throws io.ansflow.security.UndecryptableSecret if the master key does not open them */
    Map<String, String> get(ClusterId id) {
        Map<String, String> values = new HashMap<>();
        database.sql("select field, ciphertext from cluster_credential where cluster_id = ?")
                .param(id.value())
                .query(row -> {
                    String field = row.getString("field");
                    values.put(field, cipher.decrypt(row.getBytes("ciphertext"), context(id, field)));
                });
        return values;
    }

    /** Which fields have a stored value, by cluster. */
    Map<ClusterId, Set<String>> fields() {
        Map<ClusterId, Set<String>> fields = new HashMap<>();
        database.sql("select cluster_id, field from cluster_credential").query(row -> {
            fields.computeIfAbsent(new ClusterId(row.getLong("cluster_id")), id -> new HashSet<>())
                    .add(row.getString("field"));
        });
        return fields;
    }

    /** Which fields of one cluster have a stored value. */
    Set<String> fields(ClusterId id) {
        return database.sql("select field from cluster_credential where cluster_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString("field"))
                .set();
    }

    private static String context(ClusterId id, String field) {
        return "cluster/" + id + "/" + field;
    }
}
