package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/** The server as a person describes it beside a credential: its address, and who signed its certificate. */
record TypedServer(URI address, ServerTrust trust) {
    static final AuthField CA_CERTIFICATE =
            new AuthField("caCertificate", AuthField.Kind.CERTIFICATES, false, "--ca-file");

    static TypedServer from(AuthInput input) throws Refusal {
        URI address = Refusal.blaming("server", () -> ServerAddress.parse(input.server()));
        List<X509Certificate> authorities = Refusal.blaming(
                CA_CERTIFICATE.name(), () -> authorities(input.values().getOrDefault(CA_CERTIFICATE.name(), "")));
        return new TypedServer(address, new ServerTrust(authorities, null, input.verifyTls()));
    }

    private static List<X509Certificate> authorities(String text) throws Refusal {
        return text.isBlank() ? List.of() : Pem.certificates("certificate-authority", text);
    }
}
