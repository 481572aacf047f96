package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.auth.AuthField;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A new way to authenticate is one new file: the class in here, as a bean, is all that has to be written. */
@SpringJUnitConfig
class NewAuthMethodTest {

    @Order(0)
    static class AuthenticatingProxyMethod implements AuthMethod {
        private static final AuthField USER = new AuthField("remoteUser", AuthField.Kind.TOKEN, true, "--remote-user");

        @Override
        public String id() {
            return "proxy";
        }

        @Override
        public List<AuthField> fields() {
            return List.of(USER);
        }

        @Override
        public Answer<ClusterAccess> access(AuthInput input) {
            return Answer.of(new ClusterAccess(
                    URI.create(Objects.requireNonNull(input.server())),
                    new ServerTrust(List.of(), null, input.verifyTls()),
                    null,
                    new ClientIdentity(
                            Map.of(
                                    "X-Remote-User",
                                    Objects.requireNonNull(input.values().get("remoteUser"))),
                            null,
                            null)));
        }
    }

    @Configuration
    @Import({ConnectionCheck.class, AuthenticatingProxyMethod.class})
    @ComponentScan({"io.ansflow.kubernetes.auth", "io.ansflow.kubernetes.http"})
    static class KubernetesModule {}

    @Autowired
    AuthMethods methods;

    @Autowired
    ConnectionCheck check;

    @Test
    void is_offered_in_its_place() {
        assertThat(methods.all()).extracting(AuthMethod::id).startsWith("proxy", "token");
        assertThat(methods.find("proxy")).isPresent();
    }

    @Test
    void authenticates() {
        TestAuthority.Identity identity = new TestAuthority("CN=test-ca").issue("CN=server", "127.0.0.1");
        try (HostileServer server = HostileServer.tls(
                identity, HostileServer.answering(HostileServer.answer("401 Unauthorized", "text/plain", "")))) {
            var input = new AuthInput(server.uri().toString(), Map.of("remoteUser", "jane"), false);
            Answer<Reachability> reachability = methods.find("proxy")
                    .orElseThrow()
                    .access(input)
                    .then(access ->
                            Answer.of(check.check(access, CheckProgress.NONE).reachability()));
            assertThat(reachability).isEqualTo(Answer.of(Reachability.UNAUTHORIZED));
            assertThat(server.requests()).singleElement().asString().contains("X-Remote-User: jane\r\n");
        }
    }
}
