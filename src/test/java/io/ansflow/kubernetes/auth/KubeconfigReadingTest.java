package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.access;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a kubeconfig. */
class KubeconfigReadingTest extends KubeconfigTest {

    @Test
    void reads_server_authority_and_token() {
        ClusterAccess access = access(
                method,
                null,
                kubeconfig(
                        "server: https://10.0.0.1:6443\n    certificate-authority-data: " + CA_DATA, "token: abc123"));
        assertThat(access.server()).isEqualTo(URI.create("https://10.0.0.1:6443"));
        assertThat(access.tls().authorities()).containsExactly(AUTHORITY.certificate());
        assertThat(access.tls().verified()).isTrue();
        assertThat(access.client().headers()).containsExactly(Map.entry("Authorization", "Bearer abc123"));
    }

    @Test
    void reads_a_client_certificate_and_until_when_it_is_valid() {
        ClusterAccess access = access(
                method,
                null,
                user("client-certificate-data: " + CERTIFICATE_DATA + "\n    client-key-data: " + KEY_DATA));
        assertThat(access.client().certificate()).isNotNull();
        assertThat(access.client().headers()).isEmpty();
        assertThat(access.client().expiresAt())
                .isEqualTo(ADMIN.certificate().getNotAfter().toInstant());
    }

    @Test
    void reads_user_name_and_password() {
        assertThat(access(method, null, user("username: jürgen\n    password: \"pass: word\""))
                        .client()
                        .headers())
                .containsEntry("Authorization", "Basic " + base64("jürgen:pass: word"));
    }

    @Test
    void the_earlier_of_two_credentials_decides_when_they_expire() {
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.c2ln";
        ClusterAccess access = access(
                method,
                null,
                user("token: " + jwt + "\n    client-certificate-data: " + CERTIFICATE_DATA + "\n    client-key-data: "
                        + KEY_DATA));
        assertThat(access.client().expiresAt()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(access.client().certificate()).isNotNull();
    }

    @Test
    void reads_server_name_and_proxy() {
        ClusterAccess access = access(
                method,
                null,
                cluster(
                        "server: https://10.0.0.1\n    tls-server-name: api.internal\n    proxy-url: http://Proxy.example.com"));
        assertThat(access.tls().serverName()).isEqualTo("api.internal");
        assertThat(access.proxy()).isEqualTo(URI.create("http://proxy.example.com:80"));
    }

    @Test
    void reads_the_flow_style_of_json() {
        String json = """
                {"apiVersion":"v1","kind":"Config","current-context":"c",
                 "contexts":[{"name":"c","context":{"cluster":"k","user":"u"}}],
                 "clusters":[{"name":"k","cluster":{"server":"https://10.0.0.1"}}],
                 "users":[{"name":"u","user":{"token":"abc"}}]}
                """;
        assertThat(access(method, null, Map.of("kubeconfig", json)).server()).isEqualTo(URI.create("https://10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "0x1f", "1e3", "2024-01-01", "true", "no", "~x"})
    void takes_every_scalar_as_text(String token) {
        assertThat(access(method, null, user("token: " + token)).client().headers())
                .containsEntry("Authorization", "Bearer " + token);
    }

    @Test
    void ignores_what_the_chosen_context_does_not_use() {
        String yaml = yaml("server: https://10.0.0.1", "token: abc") + """
                - name: cloud
                  user:
                    exec: {command: aws, args: [eks, get-token]}
                - name: files
                  user: {client-certificate: /etc/passwd, tokenFile: /etc/passwd}
                """;
        assertThat(access(method, null, Map.of("kubeconfig", yaml)).client().headers())
                .containsEntry("Authorization", "Bearer abc");
    }

    @Test
    void skips_verification_only_if_the_person_said_so_too() {
        Map<String, String> values = cluster("server: https://10.0.0.1\n    insecure-skip-tls-verify: true");
        assertThat(access(method, new AuthInput(null, values, false)).tls().verified())
                .isFalse();
        assertThat(method.toStore(values).get("kubeconfig")).doesNotContain("insecure");
    }

    @Test
    void stays_verified_if_only_the_kubeconfig_does_not_mind() {
        assertThat(access(method, null, cluster("server: https://10.0.0.1\n    insecure-skip-tls-verify: false"))
                        .tls()
                        .verified())
                .isTrue();
    }
}
