package io.ansflow.kubernetes.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ansflow.kubernetes.FailureCode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1:6443, https://10.0.0.1:6443",
        "https://api.example.com, https://api.example.com",
        "https://api.example.com:443/, https://api.example.com",
        "'  https://API.Example.COM:6443/  ', https://api.example.com:6443",
        "HTTPS://api.example.com, https://api.example.com",
        "https://rancher.example.com/k8s/clusters/c-m-1/, https://rancher.example.com/k8s/clusters/c-m-1",
        "https://[FD00::1]:6443, https://[fd00::1]:6443",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
        "https://localhost:6443, https://localhost:6443",
    })
    void accepts(String typed, String address) throws Refusal {
        assertThat(ServerAddress.parse(typed)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "'', missing",
        "'   ', missing",
        "10.0.0.1:6443, no-scheme",
        "api.example.com, no-scheme",
        "http://10.0.0.1:6443, not-https",
        "ftp://10.0.0.1, not-https",
        "javascript://10.0.0.1, not-https",
        "https://admin@10.0.0.1, user-info",
        "https://admin:password@10.0.0.1, user-info",
        "https://@10.0.0.1, user-info",
        "https://10.0.0.1/?a=b, query",
        "https://10.0.0.1?, query",
        "https://10.0.0.1/#a, query",
        "https://, host",
        "https:///version, host",
        "https://:6443, host",
        "https://a_b.example.com, host",
        "https://-a.example.com, host",
        "https://10.0.0.256, host",
        "https://10.1, host",
        "https://0x7f.0.0.1, host",
        "https://2130706433, host",
        "https://127.0.0.1.2130706433, host",
        "https://example.0x7f, host",
        "https://[::1, host",
        "https://[fe80::1%25eth0]:6443, host",
        "https://fd00::1, host",
        "https://10.0.0.1:99999999999, host",
        "https://10.0.0.1:0, port",
        "https://10.0.0.1:65536, port",
        "https://10.0.0.1/a/../../b, path",
        "https://bücher.example, characters",
        "https://集群.example, characters",
        "https://10.0.0.1 :6443, characters",
        "https://10.0.0.1\u0000:6443, characters",
    })
    void refuses(String typed, String reason) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ServerAddress.parse(typed));
        assertThat(refusal.failure().code()).isEqualTo(FailureCode.ADDRESS_NOT_ALLOWED);
        assertThat(refusal.failure().reason()).isEqualTo(reason);
        assertThat(refusal.failure().arguments()).isEmpty();
    }

    @Test
    void refuses_nothing_at_all() {
        assertThat(catchThrowableOfType(Refusal.class, () -> ServerAddress.parse(null))
                        .failure()
                        .reason())
                .isEqualTo("missing");
    }

    @Test
    void refuses_what_is_longer_than_any_address() {
        String endless = "https://10.0.0.1/" + "a".repeat(500);
        assertThat(catchThrowableOfType(Refusal.class, () -> ServerAddress.parse(endless))
                        .failure()
                        .reason())
                .isEqualTo("characters");
    }
}
