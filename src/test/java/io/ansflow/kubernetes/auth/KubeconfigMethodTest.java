package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.access;
import static io.ansflow.kubernetes.auth.Methods.described;
import static io.ansflow.kubernetes.auth.Methods.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigMethodTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Identity ADMIN = AUTHORITY.issue("CN=admin");
    private static final String CA_DATA = base64(TestAuthority.pem(AUTHORITY.certificate()));
    private static final String CERTIFICATE_DATA = base64(TestAuthority.pem(ADMIN.certificate()));
    private static final String KEY_DATA = base64(TestAuthority.pkcs8(ADMIN.key()));

    private final KubeconfigMethod method = new KubeconfigMethod();

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

    @Test
    void blames_the_choice_for_a_context_that_does_not_exist() {
        ClusterFailure failure = failure(method, null, Map.of("kubeconfig", twoContexts(), "context", "fourth"));
        assertThat(described(failure)).isEqualTo("KUBECONFIG_REFUSED.no-such-context in context");
        assertThat(failure.arguments()).containsExactly("fourth");
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

    private static Arguments user(String reason, String user, String key) {
        return Arguments.of(reason, yaml("server: https://10.0.0.1", user), key);
    }

    private static Arguments cluster(String reason, String cluster, String key) {
        return Arguments.of(reason, yaml(cluster, "token: abc"), key);
    }

    private static Map<String, String> user(String user) {
        return kubeconfig("server: https://10.0.0.1", user);
    }

    private static Map<String, String> cluster(String cluster) {
        return kubeconfig(cluster, "token: abc");
    }

    private static Map<String, String> kubeconfig(String cluster, String user) {
        return Map.of("kubeconfig", yaml(cluster, user));
    }

    private static String yaml(String cluster, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts:
                - name: c
                  context: {cluster: k, user: u}
                clusters:
                - name: k
                  cluster:
                    %s
                users:
                - name: u
                  user:
                    %s
                """.formatted(cluster, user);
    }

    private static String twoContexts() {
        return """
                current-context: first
                preferences: {}
                contexts:
                - {name: first, context: {cluster: one, user: one}}
                - {name: second, context: {cluster: two, user: two, namespace: a-namespace}}
                - {name: third, context: {cluster: one, user: two}}
                clusters:
                - {name: one, cluster: {server: "https://first.example.com"}}
                - {name: two, cluster: {server: "https://second.example.com", extensions: [{name: extension}]}}
                users:
                - {name: one, user: {token: first-token}}
                - {name: two, user: {token: second-token}}
                """;
    }

    /** Each level refers to the one before it ten times ("billion laughs"). */
    private static String manyAliases() {
        return "l0: &l0 [x]\n"
                + IntStream.range(1, 8)
                        .mapToObj(i -> "l" + i + ": &l" + i + " ["
                                + String.join(
                                        ",",
                                        List.of(("*l" + (i - 1) + " ")
                                                .repeat(10)
                                                .split(" "))) + "]")
                        .collect(Collectors.joining("\n"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
