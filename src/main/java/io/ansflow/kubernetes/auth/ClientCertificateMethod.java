package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A TLS client certificate and its private key. */
@Component
@Order(3)
class ClientCertificateMethod implements AuthMethod {
    private static final AuthField CERTIFICATE =
            new AuthField("clientCertificate", AuthField.Kind.CERTIFICATES, true, "--client-certificate");
    private static final AuthField KEY = new AuthField("clientKey", AuthField.Kind.PRIVATE_KEY, true, "--client-key");

    @Override
    public String id() {
        return "certificate";
    }

    @Override
    public List<AuthField> fields() {
        return List.of(CERTIFICATE, KEY, TypedServer.CA_CERTIFICATE);
    }

    @Override
    public Answer<ClusterAccess> access(AuthInput input) {
        return Refusal.answer(() -> {
            TypedServer server = TypedServer.from(input);
            ClientCertificate certificate = certificate(input.values());
            return new ClusterAccess(
                    server.address(),
                    server.trust(),
                    null,
                    new ClientIdentity(Map.of(), certificate, certificate.expiresAt()));
        });
    }

    private static ClientCertificate certificate(Map<String, String> values) throws Refusal {
        var chain = Refusal.blaming(
                CERTIFICATE.name(),
                () -> Pem.certificates("client-certificate", values.getOrDefault(CERTIFICATE.name(), "")));
        var key = Refusal.blaming(KEY.name(), () -> Pem.privateKey("client-key", values.getOrDefault(KEY.name(), "")));
        return Refusal.blaming(KEY.name(), () -> Pem.pair(chain, key));
    }
}
