package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The TLS side of one connection: whom we trust, by what name, and what we present. */
final class Tls {
    private final ServerTrustManager trust;
    private final SSLSocketFactory sockets;
    private final HostnameVerifier names;

    private Tls(ServerTrustManager trust, SSLSocketFactory sockets, HostnameVerifier names) {
        this.trust = trust;
        this.sockets = sockets;
        this.names = names;
    }

    /**
     * @param platform verifies names as usual
     * @param patience for each wait within a handshake
     */
    static Tls of(ClusterAccess access, HostnameVerifier platform, Duration patience) {
        var server = access.tls();
        var certificate = access.client().certificate();
        try {
            ServerTrustManager trust = new ServerTrustManager(server.authorities(), server.verified());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    certificate == null ? null : new KeyManager[] {new ClientKeyManager(certificate)},
                    new TrustManager[] {trust},
                    null);
            String name = server.serverName();
            HostnameVerifier names =
                    (host, session) -> !server.verified() || platform.verify(name == null ? host : name, session);
            return new Tls(trust, new NamedSocketFactory(context.getSocketFactory(), name, patience), names);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform cannot set up TLS", e);
        }
    }

    void configure(OkHttpClient.Builder client) {
        client.sslSocketFactory(sockets, trust).hostnameVerifier(names);
    }

    ServerTrustManager trust() {
        return trust;
    }

    /** Lays TLS over a connected socket, asking the server for the certificate of a given name (RFC 6066, section 3). */
    private static final class NamedSocketFactory extends SSLSocketFactory {
        private final SSLSocketFactory platform;
        private final @Nullable String name;
        private final Duration patience;

        /** @param name null for the host that is connected to */
        NamedSocketFactory(SSLSocketFactory platform, @Nullable String name, Duration patience) {
            this.platform = platform;
            this.name = name;
            this.patience = patience;
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            // OkHttp sets its own for what follows the handshake, which a list may take far longer for.
            socket.setSoTimeout((int) patience.toMillis());
            return platform.createSocket(socket, name == null ? host : name, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return platform.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return platform.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw unguarded();
        }

        private static UnsupportedOperationException unguarded() {
            return new UnsupportedOperationException("Sockets are connected by the guarded factory only");
        }
    }
}
