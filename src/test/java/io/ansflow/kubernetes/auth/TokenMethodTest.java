package io.ansflow.kubernetes.auth;

import static io.ansflow.kubernetes.auth.Methods.SERVER;
import static io.ansflow.kubernetes.auth.Methods.access;
import static io.ansflow.kubernetes.auth.Methods.described;
import static io.ansflow.kubernetes.auth.Methods.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.testing.TestAuthority;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMethodTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private final TokenMethod method = new TokenMethod();

    @Test
    void sends_the_token_and_trusts_the_authority() {
        ClusterAccess access = access(
                method,
                SERVER,
                Map.of("token", " abc123\n", "caCertificate", TestAuthority.pem(AUTHORITY.certificate())));
        assertThat(access.server()).isEqualTo(URI.create(SERVER));
        assertThat(access.client().headers()).containsEntry("Authorization", "Bearer abc123");
        assertThat(access.client().certificate()).isNull();
        assertThat(access.tls().authorities()).containsExactly(AUTHORITY.certificate());
        assertThat(access.tls().verified()).isTrue();
        assertThat(access.proxy()).isNull();
    }

    @Test
    void trusts_the_platform_without_an_authority() {
        assertThat(access(method, SERVER, Map.of("token", "abc")).tls().authorities())
                .isEmpty();
    }

    @Test
    void says_nothing_of_the_token() {
        AuthInput input = new AuthInput(SERVER, Map.of("token", "very-secret"), true);
        assertThat(input.toString()).doesNotContain("very-secret");
        assertThat(method.access(input).toString()).doesNotContain("very-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"exp\":1700000000} | 2023-11-14T22:13:20Z",
                "{\"exp\":1700000000.7,\"sub\":\"x\"} | 2023-11-14T22:13:20Z",
                "{\"exp\":\"soon\"} | ",
                "{\"exp\":99999999999999999999999} | ",
                "{} | ",
                "[] | ",
                "nonsense | ",
            })
    void reads_when_a_jwt_expires_if_it_says_so(String payload, @Nullable Instant expiresAt) {
        assertThat(access(method, SERVER, Map.of("token", jwt(payload)))
                        .client()
                        .expiresAt())
                .isEqualTo(expiresAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b", "a.b.c", "a.b.c.d", "eyJ.."})
    void takes_other_tokens_as_they_are(String token) {
        assertThat(access(method, SERVER, Map.of("token", token)).client().expiresAt())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', token-missing",
        "' ', token-missing",
        "a b, token-characters",
        "Bearer abc, token-characters",
        "'abc\ndef', token-characters",
        "ab\u0007c, token-characters",
        "abcé, token-characters",
    })
    void refuses_tokens_that_no_header_can_carry(String token, String reason) {
        assertThat(described(failure(method, SERVER, Map.of("token", token))))
                .isEqualTo("CREDENTIAL_INVALID." + reason + " in token");
    }

    @Test
    void refuses_a_missing_token() {
        assertThat(described(failure(method, SERVER, Map.of()))).isEqualTo("CREDENTIAL_INVALID.token-missing in token");
    }

    @Test
    void refuses_an_endless_token() {
        assertThat(described(failure(method, SERVER, Map.of("token", "a".repeat(100_000)))))
                .isEqualTo("CREDENTIAL_INVALID.token-characters in token");
    }

    @Test
    void knows_the_base64_text_of_a_secret() {
        String copied = Base64.getEncoder().encodeToString(jwt("{}").getBytes(StandardCharsets.US_ASCII));
        assertThat(described(failure(method, SERVER, Map.of("token", copied))))
                .isEqualTo("CREDENTIAL_INVALID.token-base64 in token");
    }

    @Test
    void blames_the_server_for_its_address() {
        assertThat(described(failure(method, "http://10.0.0.1", Map.of("token", "abc"))))
                .isEqualTo("ADDRESS_NOT_ALLOWED.not-https in server");
        assertThat(described(failure(method, null, Map.of("token", "abc"))))
                .isEqualTo("ADDRESS_NOT_ALLOWED.missing in server");
    }

    @Test
    void blames_the_authority_for_not_being_a_certificate() {
        assertThat(described(failure(method, SERVER, Map.of("token", "abc", "caCertificate", "abc"))))
                .isEqualTo("CREDENTIAL_INVALID.no-pem in caCertificate");
    }

    private static String jwt(String payload) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
