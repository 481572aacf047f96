package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where credentials go, and where not. */
abstract class ClusterCredentialsContract extends ClusterEditsContract {
    @Test
    void the_credential_is_stored_encrypted_and_used_in_clear() {
        ClusterId id = register(draft("one", "https://one.example"));
        byte[] ciphertext = database.sql("select ciphertext from cluster_credential where cluster_id = ?")
                .param(id.value())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN);
        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
        assertThat(apis.opened().getLast().toString()).doesNotContain(TOKEN);
    }

    @Test
    void an_edit_keeps_the_credential() {
        ClusterId id = register(draft("one", "https://one.example"));
        change(id, withoutToken("renamed", "https://one.example"));
        assertThat(clusters.find(id).orElseThrow().name()).isEqualTo("renamed");
        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
    }

    @Test
    void a_credential_that_cannot_be_decrypted_any_more_can_be_entered_again() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        database.sql("update cluster_credential set ciphertext = ?")
                .param(new byte[] {1})
                .update();
        clusters.check(id, CheckProgress.NONE);
        assertThat(clusters.find(id).orElseThrow().status().failures())
                .extracting(ClusterFailure::reason)
                .containsExactly("undecryptable");

        assertThatThrownBy(() -> change(id, withoutToken("one", "https://one.example")))
                .isInstanceOfSatisfying(
                        InvalidCluster.class, e -> assertThat(e.field()).isEqualTo("token"));
        change(id, draft("one", "https://one.example"));

        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
    }

    @Test
    void a_stored_credential_is_never_sent_to_another_address() {
        apis.healthy("evil.example");
        ClusterId id = register(draft("one", "https://one.example"));
        int opened = apis.opened().size();
        ClusterDraft redirected = withoutToken("one", "https://evil.example");
        assertThatThrownBy(() -> clusters.test(redirected, Optional.of(id), CheckProgress.NONE))
                .isInstanceOfSatisfying(
                        InvalidCluster.class, e -> assertThat(e.field()).isEqualTo("token"));
        assertThatThrownBy(() -> change(id, redirected)).isInstanceOf(InvalidCluster.class);
        assertThat(apis.opened()).hasSize(opened);
    }

    @Test
    void a_stored_credential_is_not_sent_without_verification_if_it_was_registered_with() {
        ClusterId id = register(draft("one", "https://one.example"));
        ClusterDraft unverified = described("one", "https://one.example")
                .withoutCredentials()
                .insecure()
                .build();
        assertThatThrownBy(() -> change(id, unverified)).isInstanceOf(InvalidCluster.class);
    }
}
