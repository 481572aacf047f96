package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterAccess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The API server, and the proxy on the way to it if there is one. */
final class Destination {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpUrl server;
    private final String serverName;
    private final @Nullable URI proxy;

    /** @throws IllegalArgumentException if the server is not to be asked over https */
    Destination(ClusterAccess access) {
        this.server = HttpUrl.get(access.server().toString());
        if (!server.isHttps()) {
            throw new IllegalArgumentException("An API server is asked over https only");
        }
        this.serverName = name(access.server(), HTTPS_PORT);
        this.proxy = access.proxy();
    }

    HttpUrl server() {
        return server;
    }

    /** As people write it: {@code host:port}. */
    String serverName() {
        return serverName;
    }

    /** The same of the proxy. */
    Optional<String> proxyName() {
        return Optional.ofNullable(proxy).map(address -> name(address, HTTP_PORT));
    }

    /** Never what the machine is set up with. */
    Proxy proxy() {
        return proxy == null
                ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host(proxy), port(proxy, HTTP_PORT)));
    }

    /** Whether it is certain that no network lies between. */
    boolean onThisMachine() {
        if (proxy != null) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(server.host()).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return server.host().equals("localhost");
        }
    }

    KnownAddresses addresses(AddressGuard guard, TimedDns dns) {
        return new KnownAddresses(server.host(), proxy == null ? null : host(proxy), guard, dns);
    }

    private static String name(URI address, int defaultPort) {
        return address.getHost() + ":" + port(address, defaultPort);
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI address, int defaultPort) {
        return address.getPort() == -1 ? defaultPort : address.getPort();
    }
}
