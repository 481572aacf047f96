package io.ansflow.kubernetes.auth;

import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.provider.Arguments;

/** Kubeconfigs for the method that reads them. */
abstract class KubeconfigTest {
    static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    static final Identity ADMIN = AUTHORITY.issue("CN=admin");
    static final String CA_DATA = base64(TestAuthority.pem(AUTHORITY.certificate()));
    static final String CERTIFICATE_DATA = base64(TestAuthority.pem(ADMIN.certificate()));
    static final String KEY_DATA = base64(TestAuthority.pkcs8(ADMIN.key()));
    final KubeconfigMethod method = new KubeconfigMethod();

    static Arguments user(String reason, String user, String key) {
        return Arguments.of(reason, yaml("server: https://10.0.0.1", user), key);
    }

    static Arguments cluster(String reason, String cluster, String key) {
        return Arguments.of(reason, yaml(cluster, "token: abc"), key);
    }

    static Map<String, String> user(String user) {
        return kubeconfig("server: https://10.0.0.1", user);
    }

    static Map<String, String> cluster(String cluster) {
        return kubeconfig(cluster, "token: abc");
    }

    static Map<String, String> kubeconfig(String cluster, String user) {
        return Map.of("kubeconfig", yaml(cluster, user));
    }

    static String yaml(String cluster, String user) {
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

    static String twoContexts() {
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
    static String manyAliases() {
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

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
