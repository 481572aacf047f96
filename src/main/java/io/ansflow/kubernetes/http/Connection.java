package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterAccess;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.CipherSuite;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * How one API server is connected to: guarded, bounded, and with the proof of identity. Nothing is sent before it is used.
 *
 * @param headers of every request
 * @param addresses of the server, admitted before each new connection
 * @param client without what belongs to a single {@link Transport}
 * @param excerpt makes what the server sent fit to be shown and stored
 */
record Connection(
        HttpUrl server,
        Map<String, String> headers,
        KnownAddresses addresses,
        OkHttpClient client,
        HttpLimits limits,
        Excerpt excerpt,
        ConnectionFailures connectionFailures,
        AnswerFailures answerFailures) {

    /** Never used itself; what is derived from it shares its threads. */
    private static final OkHttpClient BASE = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .fastFallback(false)
            // A single specification, so that a failed handshake is not tried again with a weaker one.
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            .build();

    /**
     * ChaCha20 before AES: AES is slow in Java until the JVM has compiled it in the end, which it does when a first sync is
     * nearly over (see {@code bench/README.md}); ChaCha20 is fast at once, and later not much slower.
     */
    private static final ConnectionSpec FOR_MUCH = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
            .cipherSuites(Objects.requireNonNull(ConnectionSpec.MODERN_TLS.cipherSuites()).stream()
                    .sorted(Comparator.comparing(suite -> !suite.javaName().contains("_CHACHA20_")))
                    .toArray(CipherSuite[]::new))
            .build();

    /** @param much whether answers have many megabytes */
    static Connection to(
            ClusterAccess access, HttpLimits limits, AddressGuard guard, List<Protocol> protocols, boolean much) {
        Destination destination = new Destination(access);
        TimedDns dns = new TimedDns(limits.dnsTimeout());
        Tls tls = Tls.of(access, BASE.hostnameVerifier(), limits.handshakeTimeout());
        OkHttpClient.Builder client = BASE.newBuilder()
                .protocols(protocols)
                .connectTimeout(limits.connectTimeout())
                .readTimeout(limits.readTimeout())
                .writeTimeout(limits.readTimeout())
                .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
                .dns(dns)
                .proxy(destination.proxy())
                .socketFactory(new GuardedSocketFactory(guard));
        if (much) {
            client.connectionSpecs(List.of(FOR_MUCH));
        }
        tls.configure(client);
        String name = destination.serverName();
        Excerpt excerpt = new Excerpt(access.client().headers());
        return new Connection(
                destination.server(),
                headers(access, much && destination.onThisMachine()),
                destination.addresses(guard, dns),
                client.build(),
                limits,
                excerpt,
                new ConnectionFailures(
                        name, destination.proxyName(), new TlsFailures(name, tls.trust(), excerpt), excerpt),
                new AnswerFailures(name, access.client().expiresAt(), excerpt));
    }

    /** To compress what no network carries costs the server more time than making it. */
    private static Map<String, String> headers(ClusterAccess access, boolean uncompressed) {
        Map<String, String> headers = new LinkedHashMap<>(access.client().headers());
        if (uncompressed) {
            headers.put("Accept-Encoding", "identity");
        }
        return headers;
    }
}
