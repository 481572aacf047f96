package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One context of a kubeconfig with its cluster and its user: decides what of it can be used, and names the key that
 * cannot. The keys are those of client-go's {@code clientcmd/api/v1}.
 */
record KubeconfigContext(String name, String clusterName, YamlMap cluster, String userName, YamlMap user) {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
    private static final int HTTP_PORT = 80;

    ClusterAccess access(boolean verifyTls) throws Refusal {
        refuse(cluster, "certificate-authority");
        for (String key : List.of("exec", "auth-provider", "tokenFile", "client-certificate", "client-key")) {
            refuse(user, key);
        }
        for (String key : List.of("as", "as-uid", "as-groups", "as-user-extra")) {
            if (user.has(key)) {
                throw Refusal.kubeconfig("impersonation", key);
            }
        }
        return new ClusterAccess(server(), trust(verifyTls), proxy(), identity());
    }

    /** Refuses what would start a program or read a file; the reason is named like the key. */
    private static void refuse(YamlMap map, String key) throws Refusal {
        if (map.has(key)) {
            throw Refusal.kubeconfig(key, map.at(key));
        }
    }

    private URI server() throws Refusal {
        String server = cluster.text("server");
        if (server == null) {
            throw Refusal.kubeconfig("server-missing", cluster.at("server"));
        }
        try {
            return ServerAddress.parse(server);
        } catch (Refusal e) {
            ClusterFailure failure = e.failure();
            if ("no-scheme".equals(failure.reason()) || "not-https".equals(failure.reason())) {
                throw Refusal.kubeconfig("server-not-https", cluster.at("server"));
            }
            throw e;
        }
    }

    private ServerTrust trust(boolean verifyTls) throws Refusal {
        String insecure = cluster.text("insecure-skip-tls-verify");
        if (verifyTls && insecure != null && TRUE.contains(insecure.toLowerCase(Locale.ROOT))) {
            throw Refusal.kubeconfig("insecure-skip-tls-verify", cluster.at("insecure-skip-tls-verify"));
        }
        String authority = data(cluster, "certificate-authority");
        List<X509Certificate> authorities =
                authority == null ? List.of() : Pem.certificates("certificate-authority", authority);
        return new ServerTrust(authorities, cluster.text("tls-server-name"), verifyTls);
    }

    private @Nullable URI proxy() throws Refusal {
        String url = cluster.text("proxy-url");
        if (url == null) {
            return null;
        }
        Refusal refusal = Refusal.kubeconfig("proxy-url", cluster.at("proxy-url"));
        try {
            URI proxy = new URI(url);
            boolean usable = "http".equalsIgnoreCase(proxy.getScheme())
                    && proxy.getHost() != null
                    && proxy.getRawUserInfo() == null
                    && proxy.getPort() != 0
                    && proxy.getPort() <= 0xffff;
            if (!usable) {
                throw refusal;
            }
            int port = proxy.getPort() == -1 ? HTTP_PORT : proxy.getPort();
            return URI.create("http://" + proxy.getHost().toLowerCase(Locale.ROOT) + ":" + port);
        } catch (URISyntaxException e) {
            throw refusal;
        }
    }

    private ClientIdentity identity() throws Refusal {
        String token = user.text("token");
        String username = user.text("username");
        ClientCertificate certificate = certificate();
        if (token != null && username != null) {
            throw Refusal.kubeconfig("conflict", user.path());
        }
        if (token != null) {
            BearerToken bearer = BearerToken.parse(token);
            return identity(bearer.header(), certificate, bearer.expiresAt());
        }
        if (username != null) {
            String password = Objects.requireNonNullElse(user.text("password"), "");
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return identity("Basic " + Base64.getEncoder().encodeToString(both), certificate, null);
        }
        if (certificate == null) {
            throw Refusal.kubeconfig("no-credential", user.path());
        }
        return new ClientIdentity(Map.of(), certificate, certificate.expiresAt());
    }

    private static ClientIdentity identity(
            String authorization, @Nullable ClientCertificate certificate, @Nullable Instant expiresAt) {
        Instant earliest = Stream.of(expiresAt, certificate == null ? null : certificate.expiresAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new ClientIdentity(Map.of("Authorization", authorization), certificate, earliest);
    }

    private @Nullable ClientCertificate certificate() throws Refusal {
        String certificate = data(user, "client-certificate");
        String key = data(user, "client-key");
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw Refusal.kubeconfig(
                    "half-certificate", user.at(key == null ? "client-key-data" : "client-certificate-data"));
        }
        return Pem.pair(Pem.certificates("client-certificate", certificate), Pem.privateKey("client-key", key));
    }

    /** The text that {@code <key>-data} holds in base64. */
    private static @Nullable String data(YamlMap map, String key) throws Refusal {
        String encoded = map.text(key + "-data");
        if (encoded == null) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
            return new String(decoded, StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw Refusal.kubeconfig("base64", map.at(key + "-data"));
        }
    }
}
