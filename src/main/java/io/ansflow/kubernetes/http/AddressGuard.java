package io.ansflow.kubernetes.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which addresses connections may go to. It is asked about addresses, not names, in the moment of connecting, so
 * that a name which changes its address in between (DNS rebinding) gains nothing.
 *
 * <p>Ranges as in the IANA special-purpose address registries (RFC 6890); metadata services by the documentation of the
 * clouds. An IPv6 address that stands for an IPv4 address is judged like that one too.
 */
final class AddressGuard {
    private static final String METADATA = "metadata";
    private static final String LINK_LOCAL = "link-local";
    private static final String MULTICAST = "multicast";
    private static final String RESERVED = "reserved";

    /** Never, whatever the settings; the most telling reason first. */
    private static final List<Range> FORBIDDEN = List.of(
            Range.of("169.254.169.254/32", METADATA), // AWS, Azure, Google Cloud and most others
            Range.of("169.254.170.2/32", METADATA), // AWS ECS
            Range.of("169.254.170.23/32", METADATA), // AWS EKS Pod Identity
            Range.of("169.254.0.23/32", METADATA), // Tencent Cloud
            Range.of("168.63.129.16/32", METADATA), // Azure WireServer
            Range.of("100.100.100.200/32", METADATA), // Alibaba Cloud
            Range.of("192.0.0.192/32", METADATA), // Oracle Cloud
            Range.of("fd00:ec2::/32", METADATA), // AWS: fd00:ec2::254, ::23
            Range.of("fd20:ce::254/128", METADATA), // Google Cloud
            Range.of("169.254.0.0/16", LINK_LOCAL),
            Range.of("fe80::/10", LINK_LOCAL),
            Range.of("224.0.0.0/4", MULTICAST),
            Range.of("ff00::/8", MULTICAST),
            Range.of("0.0.0.0/8", RESERVED),
            Range.of("240.0.0.0/4", RESERVED),
            Range.of("::/128", RESERVED));

    private static final List<Range> LOOPBACK =
            List.of(Range.of("127.0.0.0/8", "loopback"), Range.of("::1/128", "loopback"));

    private static final List<Range> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10")
            .map(range -> Range.of(range, "private"))
            .toList();

    private final List<Range> refused;

    AddressGuard(HttpLimits limits) {
        refused = Stream.of(
                        FORBIDDEN,
                        limits.allowLoopback() ? List.<Range>of() : LOOPBACK,
                        limits.allowPrivate() ? List.<Range>of() : PRIVATE)
                .flatMap(List::stream)
                .toList();
    }

    /** @throws AddressNotAllowed if no connection may go there */
    void check(InetAddress address) throws AddressNotAllowed {
        byte[] bytes = address.getAddress();
        Optional<Range> hit = Stream.concat(Stream.of(bytes), EmbeddedIpv4.of(bytes))
                .flatMap(candidate -> refused.stream().filter(range -> range.contains(candidate)))
                .findFirst();
        if (hit.isPresent()) {
            throw new AddressNotAllowed(address.getHostAddress(), hit.get().reason());
        }
    }

    private record Range(InetAddress prefix, int bits, String reason) {
        static Range of(String cidr, String reason) {
            int slash = cidr.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(cidr.substring(0, slash)),
                    Integer.parseInt(cidr.substring(slash + 1)),
                    reason);
        }

        boolean contains(byte[] address) {
            byte[] start = prefix.getAddress();
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (start[whole] & mask));
        }
    }
}
