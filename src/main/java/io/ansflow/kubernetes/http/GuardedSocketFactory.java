package io.ansflow.kubernetes.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/**
 * Makes sockets that ask the guard in the moment of connecting. It has to be here: OkHttp asks its {@code Dns} only about
 * names, never about literal addresses.
 */
final class GuardedSocketFactory extends SocketFactory {
    private final AddressGuard guard;

    GuardedSocketFactory(AddressGuard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(guard);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connecting();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connecting();
    }

    private static UnsupportedOperationException connecting() {
        return new UnsupportedOperationException("OkHttp connects by itself");
    }

    private static final class GuardedSocket extends Socket {
        private final AddressGuard guard;

        GuardedSocket(AddressGuard guard) {
            super(Proxy.NO_PROXY); // Nor one that a system property names: it would connect in our place.
            this.guard = guard;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
                throw new UnknownHostException(String.valueOf(endpoint));
            }
            guard.check(address.getAddress());
            super.connect(endpoint, timeout);
        }
    }
}
