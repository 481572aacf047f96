package io.ansflow.kubernetes.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that are known before connecting: literal ones; and behind a proxy, which connects in our place, also
 * those that the server's name has here. All others are judged by {@link GuardedSocketFactory}.
 *
 * @param server its host
 * @param proxy its host; null if there is none
 */
record KnownAddresses(String server, @Nullable String proxy, AddressGuard guard, TimedDns dns) {

    /**
     * Lets them pass the guard.
     *
     * @throws AddressNotAllowed if it refuses one
     */
    void admit() throws IOException {
        admitLiteral(server);
        if (proxy != null) {
            admitLiteral(proxy);
            admitName();
        }
    }

    private void admitLiteral(String host) throws AddressNotAllowed {
        InetAddress literal;
        try {
            literal = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return; // A name.
        }
        guard.check(literal);
    }

    private void admitName() throws AddressNotAllowed {
        List<InetAddress> addresses;
        try {
            addresses = dns.lookup(server);
        } catch (UnknownHostException e) {
            return; // Known to the proxy alone.
        }
        for (InetAddress address : addresses) {
            guard.check(address);
        }
    }
}
