package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A bearer token, as of a service account. */
@Component
@Order(1)
class TokenMethod implements AuthMethod {
    private static final AuthField TOKEN = new AuthField("token", AuthField.Kind.TOKEN, true, "--token-file");

    @Override
    public String id() {
        return "token";
    }

    @Override
    public List<AuthField> fields() {
        return List.of(TOKEN, TypedServer.CA_CERTIFICATE);
    }

    @Override
    public Answer<ClusterAccess> access(AuthInput input) {
        return Refusal.answer(() -> {
            TypedServer server = TypedServer.from(input);
            BearerToken token = Refusal.blaming(
                    TOKEN.name(), () -> BearerToken.parse(input.values().getOrDefault(TOKEN.name(), "")));
            return new ClusterAccess(
                    server.address(),
                    server.trust(),
                    null,
                    new ClientIdentity(Map.of("Authorization", token.header()), null, token.expiresAt()));
        });
    }
}
