package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.described;
import static io.ansflow.kubernetes.auth.Methods.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterFailure;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A kubeconfig is untrusted input. */
class KubeconfigRefusalsTest extends KubeconfigTest {

    static Stream<Arguments> refusals() {
        String server = "server: https://10.0.0.1";
        return Stream.of(
                user("exec", "exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}", "users[0].user.exec"),
                user("auth-provider", "token: abc\n    auth-provider: {name: gcp}", "users[0].user.auth-provider"),
                user("tokenFile", "token: abc\n    tokenFile: /var/run/token", "users[0].user.tokenFile"),
                user(
                        "client-certificate",
                        "client-certificate: a.crt\n    client-key: a.key",
                        "users[0].user.client-certificate"),
                user(
                        "client-key",
                        "client-certificate-data: " + CERTIFICATE_DATA + "\n    client-key: a.key",
                        "users[0].user.client-key"),
                user("impersonation", "token: abc\n    as: admin", "as"),
                user("impersonation", "token: abc\n    as-groups: [system:masters]", "as-groups"),
                user("no-credential", "{}", "users[0].user"),
                user("no-credential", "", "users[0].user"),
                user("conflict", "token: abc\n    username: admin", "users[0].user"),
                user(
                        "half-certificate",
                        "client-certificate-data: " + CERTIFICATE_DATA,
                        "users[0].user.client-key-data"),
                user("half-certificate", "client-key-data: " + KEY_DATA, "users[0].user.client-certificate-data"),
                user(
                        "base64",
                        "client-certificate-data: '***'\n    client-key-data: " + KEY_DATA,
                        "users[0].user.client-certificate-data"),
                user("structure", "token: [abc]", "users[0].user.token"),
                user("structure", "token: !!binary YWJj", "users[0].user.token"),
                user("structure", "- token: abc", "users[0].user"),
                cluster(
                        "certificate-authority",
                        server + "\n    certificate-authority: /etc/ca.crt",
                        "clusters[0].cluster.certificate-authority"),
                cluster(
                        "insecure-skip-tls-verify",
                        server + "\n    insecure-skip-tls-verify: true",
                        "clusters[0].cluster.insecure-skip-tls-verify"),
                cluster(
                        "insecure-skip-tls-verify",
                        server + "\n    insecure-skip-tls-verify: Yes",
                        "clusters[0].cluster.insecure-skip-tls-verify"),
                cluster("server-missing", "{}", "clusters[0].cluster.server"),
                cluster("server-not-https", "server: http://10.0.0.1", "clusters[0].cluster.server"),
                cluster("server-not-https", "server: 10.0.0.1:6443", "clusters[0].cluster.server"),
                cluster(
                        "base64",
                        server + "\n    certificate-authority-data: '***'",
                        "clusters[0].cluster.certificate-authority-data"),
                cluster(
                        "proxy-url",
                        server + "\n    proxy-url: socks5://10.0.0.2:1080",
                        "clusters[0].cluster.proxy-url"),
                cluster(
                        "proxy-url",
                        server + "\n    proxy-url: http://user:secret@10.0.0.2",
                        "clusters[0].cluster.proxy-url"),
                cluster("proxy-url", server + "\n    proxy-url: file:///etc/passwd", "clusters[0].cluster.proxy-url"),
                cluster("proxy-url", server + "\n    proxy-url: 'http://a b'", "clusters[0].cluster.proxy-url"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void refuses_and_names_the_key(String reason, String yaml, String key) {
        ClusterFailure failure = failure(method, null, Map.of("kubeconfig", yaml));
        assertThat(described(failure)).isEqualTo("KUBECONFIG_REFUSED." + reason + " in kubeconfig");
        assertThat(failure.arguments()).containsExactly(key);
        assertThat(failure.toString()).doesNotContain("secret");
    }

    static Stream<Arguments> documents() {
        String valid = yaml("server: https://10.0.0.1", "token: abc");
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("empty", " \n "),
                Arguments.of("not-kubeconfig", "just text"),
                Arguments.of("not-kubeconfig", "- a\n- b"),
                Arguments.of("not-kubeconfig", "---\n"),
                Arguments.of("documents", valid + "---\n" + valid),
                Arguments.of("syntax", "contexts: ["),
                Arguments.of("syntax", "a: b: c"),
                Arguments.of("syntax", "\tcontexts: []"),
                Arguments.of("syntax", "contexts: []\ncontexts: []"),
                Arguments.of("syntax", valid.replace("token: abc", "token: abc\n    token: def")),
                Arguments.of("syntax", "a: *nowhere"),
                Arguments.of("syntax", "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://10.0.0.1/']]"),
                Arguments.of("syntax", "a: !!java.io.File [/etc/passwd]"),
                Arguments.of("syntax", "a: " + "[".repeat(100) + "]".repeat(100)),
                Arguments.of("syntax", manyAliases()),
                Arguments.of("syntax", "a: \u0000"),
                Arguments.of("too-large", "a: " + "b".repeat(256 * 1024)),
                Arguments.of("too-large", "a: " + "集".repeat(90 * 1024)),
                Arguments.of("no-contexts", "apiVersion: v1\nkind: Config"),
                Arguments.of("no-contexts", "contexts: []"),
                Arguments.of("no-contexts", "contexts:"),
                Arguments.of("no-current-context", valid.replace("current-context: c", "current-context: ''")),
                Arguments.of("no-such-context", valid.replace("current-context: c", "current-context: d")),
                Arguments.of("cluster-missing", valid.replace("cluster: k", "cluster: x")),
                Arguments.of("cluster-missing", valid.replace("cluster: k,", "")),
                Arguments.of("user-missing", valid.replace("user: u", "user: x")),
                Arguments.of("user-missing", valid.replace(", user: u", "")),
                Arguments.of("duplicate-name", valid + "- name: u\n  user: {token: def}\n"),
                Arguments.of("structure", valid.replace("contexts:", "contexts: abc\nold:")),
                Arguments.of("structure", "contexts: [abc]"),
                Arguments.of("structure", "contexts: &a [*a]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void refuses_what_is_no_usable_kubeconfig(String reason, String yaml) {
        assertThat(described(failure(method, null, Map.of("kubeconfig", yaml))))
                .isEqualTo("KUBECONFIG_REFUSED." + reason + " in kubeconfig");
    }

    @Test
    void refuses_a_missing_kubeconfig() {
        assertThat(described(failure(method, null, Map.of()))).isEqualTo("KUBECONFIG_REFUSED.empty in kubeconfig");
    }

    @Test
    void names_the_line_of_a_syntax_error_and_nothing_of_its_content() {
        ClusterFailure failure = failure(method, null, Map.of("kubeconfig", "a: b\ntoken: 'secret\n"));
        assertThat(failure.arguments()).singleElement().asString().matches("\\d+");
        assertThat(failure.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@10.0.0.1, ADDRESS_NOT_ALLOWED.user-info",
        "https://10.0.0.1?token=secret, ADDRESS_NOT_ALLOWED.query",
        "https://10.0.0.1:99999, ADDRESS_NOT_ALLOWED.port",
    })
    void judges_the_server_like_a_typed_one(String server, String failure) {
        assertThat(described(failure(method, null, cluster("server: " + server))))
                .isEqualTo(failure + " in kubeconfig");
    }

    @Test
    void judges_certificates_like_typed_ones() {
        String exchanged = "client-certificate-data: " + KEY_DATA + "\n    client-key-data: " + CERTIFICATE_DATA;
        assertThat(described(failure(method, null, user(exchanged))))
                .isEqualTo("CREDENTIAL_INVALID.key-for-certificate in kubeconfig");
    }
}
