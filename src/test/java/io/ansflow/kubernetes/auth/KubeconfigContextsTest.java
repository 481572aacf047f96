package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.access;
import static io.ansflow.kubernetes.auth.Methods.described;
import static io.ansflow.kubernetes.auth.Methods.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.kubernetes.ClusterFailure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kubeconfig has several contexts; one is chosen, and stored. */
class KubeconfigContextsTest extends KubeconfigTest {

    @Test
    void uses_the_chosen_context_instead_of_the_current_one() {
        Map<String, String> values = Map.of("kubeconfig", twoContexts(), "context", "second");
        assertThat(access(method, null, values).server()).isEqualTo(URI.create("https://second.example.com"));
        assertThat(access(method, null, Map.of("kubeconfig", twoContexts())).server())
                .isEqualTo(URI.create("https://first.example.com"));
    }

    @Test
    void offers_the_contexts_the_current_one_first() {
        AuthField context = method.fields().getLast();
        assertThat(method.choices(context, Map.of("kubeconfig", twoContexts())))
                .containsExactly("first", "second", "third");
        assertThat(method.choices(
                        context, Map.of("kubeconfig", twoContexts().replace("t-context: first", "t-context: third"))))
                .containsExactly("third", "first", "second");
        assertThat(method.choices(context, Map.of("kubeconfig", "nonsense: ["))).isEmpty();
        assertThat(method.choices(context, Map.of())).isEmpty();
        assertThat(method.choices(method.fields().getFirst(), Map.of("kubeconfig", twoContexts())))
                .isEmpty();
    }

    @Test
    void blames_the_choice_for_a_context_that_does_not_exist() {
        ClusterFailure failure = failure(method, null, Map.of("kubeconfig", twoContexts(), "context", "fourth"));
        assertThat(described(failure)).isEqualTo("KUBECONFIG_REFUSED.no-such-context in context");
        assertThat(failure.arguments()).containsExactly("fourth");
    }

    @Test
    void keeps_only_what_the_chosen_context_takes() {
        Map<String, String> stored = method.toStore(Map.of("kubeconfig", twoContexts(), "context", "second"));
        assertThat(stored).containsOnlyKeys("kubeconfig", "context").containsEntry("context", "second");
        assertThat(stored.get("kubeconfig"))
                .contains("https://second.example.com", "second-token")
                .doesNotContain("first", "third", "a-namespace", "extension");
        assertThat(access(method, null, stored))
                .isEqualTo(access(method, null, Map.of("kubeconfig", twoContexts(), "context", "second")));
    }

    @Test
    void what_is_stored_names_the_context_that_was_current() {
        assertThat(method.toStore(Map.of("kubeconfig", twoContexts()))).containsEntry("context", "first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with: colon",
                "\"quoted\"",
                "back\\slash",
                "数据库-生产",
                "a\tb",
                "# comment",
                "🚀",
                "{a}",
                "'"
            })
    void stores_any_name_and_any_password(String odd) {
        String yaml = """
                current-context: %1$s
                contexts: [{name: %1$s, context: {cluster: %1$s, user: %1$s}}]
                clusters: [{name: %1$s, cluster: {server: "https://10.0.0.1"}}]
                users: [{name: %1$s, user: {username: u, password: %1$s}}]
                """.formatted(
                        "\"" + odd.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"");
        Map<String, String> stored = method.toStore(Map.of("kubeconfig", yaml));
        assertThat(stored).containsEntry("context", odd);
        assertThat(access(method, null, stored).client().headers())
                .containsEntry("Authorization", "Basic " + base64("u:" + odd));
    }

    @Test
    void stores_nothing_invalid() {
        Map<String, String> values = Map.of("kubeconfig", "secret-nonsense: [");
        assertThatThrownBy(() -> method.toStore(values))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }
}
