package io.ansflow.kubernetes;

import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that opening a connection to one cluster takes, secrets included: it is made for one use, never stored,
 * and its {@code toString} shows no secret.
 *
 * @param server the API server's address: https, without user information, query or fragment
 * @param tls how the server proves who it is
 * @param proxy an HTTP proxy to go through, or null
 * @param client how we prove who we are
 */
public record ClusterAccess(
        URI server, ServerTrust tls, @Nullable URI proxy, ClientIdentity client) {

    /**
     * How the server proves who it is.
     *
     * @param authorities the certificates to trust; none means those of the Java platform
     * @param serverName the name that the certificate must carry, where it is not the host of the address; or null
     * @param verified false switches verification off altogether
     */
    public record ServerTrust(
            List<X509Certificate> authorities, @Nullable String serverName, boolean verified) {
        public ServerTrust {
            authorities = List.copyOf(authorities);
        }
    }

    /**
     * How we prove who we are: request headers, a TLS client certificate, or both.
     *
     * @param headers sent with every request
     * @param certificate the client certificate, or null
     * @param expiresAt until when the credential is valid by its own word, or null if it does not say
     */
    public record ClientIdentity(
            Map<String, String> headers,
            @Nullable ClientCertificate certificate,
            @Nullable Instant expiresAt) {
        public ClientIdentity {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "ClientIdentity[headers=" + headers.keySet() + ", certificate=" + (certificate != null)
                    + ", expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * A TLS client certificate.
     *
     * @param chain the client's own certificate first
     * @param privateKey belongs to the first certificate of the chain
     */
    public record ClientCertificate(List<X509Certificate> chain, PrivateKey privateKey) {
        public ClientCertificate {
            chain = List.copyOf(chain);
        }

        /** Until when the client's own certificate is valid. */
        public Instant expiresAt() {
            return chain.getFirst().getNotAfter().toInstant();
        }

        @Override
        public String toString() {
            return "ClientCertificate[…]";
        }
    }
}
