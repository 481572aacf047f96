package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Stage;
import io.ansflow.testing.HostileServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a check goes, and what it goes through. */
class AddressesAndProxiesTest extends HostileServerChecks {

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254", "https://[fe80::1]:6443", "https://[::ffff:169.254.169.254]"})
    void a_forbidden_address_fails_before_anything_is_sent(String address) {
        Diagnosis diagnosis = check(access(URI.create(address), trust(), null, bearer()));
        assertThat(failure(diagnosis).code()).isEqualTo(FailureCode.ADDRESS_NOT_ALLOWED);
        assertThat(diagnosis.trace().steps()).extracting(Diagnosis.Step::stage).containsExactly(Stage.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void loopback_is_refused_by_setting_also_behind_a_name(String host) {
        server = HostileServer.tls(SERVER, answering(json("{}")));
        var limits = limits(false);
        var access = access(URI.create("https://" + host + ":" + server.port()), trust(), null, bearer());
        Diagnosis diagnosis = new ConnectionCheck(new HttpClusterApis(limits)).check(access, CheckProgress.NONE);
        assertThat(key(failure(diagnosis))).isEqualTo("ADDRESS_NOT_ALLOWED.loopback");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void goes_through_a_proxy() {
        var target = HostileServer.tls(SERVER, answering(answer("401 Unauthorized", "text/plain", "")));
        server = target;
        try (HostileServer proxy = HostileServer.plain(connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 Connected\r\n\r\n");
            connection.tunnel(target.port());
        })) {
            assertThat(key(failure(check(access(server.uri(), trust(), http(proxy), bearer())))))
                    .isEqualTo("UNAUTHORIZED");
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT " + name())
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void a_proxy_that_refuses() {
        try (HostileServer proxy = HostileServer.plain(answering(answer("403 Forbidden", "text/plain", "no")))) {
            URI address = URI.create("https://cluster.invalid:6443");
            ClusterFailure failure = failure(check(access(address, trust(), http(proxy), bearer())));
            assertThat(key(failure)).isEqualTo("CONNECTION_FAILED.proxy");
            assertThat(failure.arguments()).startsWith("127.0.0.1:" + proxy.port(), "cluster.invalid:6443");
        }
    }

    @Test
    void a_proxy_is_not_asked_for_a_forbidden_address() {
        try (HostileServer proxy = HostileServer.plain(answering(answer("403 Forbidden", "text/plain", "no")))) {
            URI address = URI.create("https://169.254.169.254");
            assertThat(key(failure(check(access(address, trust(), http(proxy), bearer())))))
                    .isEqualTo("ADDRESS_NOT_ALLOWED.metadata");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void a_proxy_at_a_forbidden_address() {
        URI address = URI.create("https://cluster.invalid:6443");
        assertThat(key(failure(check(access(address, trust(), URI.create("http://169.254.169.254:80"), bearer())))))
                .isEqualTo("ADDRESS_NOT_ALLOWED.metadata");
    }
}
