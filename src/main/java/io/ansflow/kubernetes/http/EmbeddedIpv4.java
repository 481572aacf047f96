package io.ansflow.kubernetes.http;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The IPv4 addresses that an IPv6 address stands for, where it is of a kind that a network may translate back. */
final class EmbeddedIpv4 {
    private EmbeddedIpv4() {}

    static Stream<byte[]> of(byte[] address) {
        if (address.length != 16) {
            return Stream.empty();
        }
        String hex = HexFormat.of().formatHex(address);
        byte[] last = Arrays.copyOfRange(address, 12, 16);
        if (hex.startsWith("2002")) { // 6to4, RFC 3056
            return Stream.of(Arrays.copyOfRange(address, 2, 6));
        }
        if (hex.startsWith("20010000")) { // Teredo, RFC 4380: the server, and the client with its bits inverted
            return Stream.of(Arrays.copyOfRange(address, 4, 8), inverted(last));
        }
        boolean embeds = hex.startsWith("00000000000000000000ffff") // IPv4-mapped, RFC 4291
                || hex.startsWith("0000000000000000ffff0000") // IPv4-translated, RFC 2765
                || hex.startsWith("0064ff9b0000000000000000") // NAT64, RFC 6052
                || hex.startsWith("0064ff9b0001") // NAT64 for local use, RFC 8215
                || hex.startsWith("00005efe", 16) // ISATAP, RFC 5214
                || hex.startsWith("02005efe", 16)
                || isIpv4Compatible(hex);
        return embeds ? Stream.of(last) : Stream.empty();
    }

    /** RFC 4291; the unspecified and the loopback address look the same, but are not. */
    private static boolean isIpv4Compatible(String hex) {
        return hex.startsWith("000000000000000000000000") && !hex.startsWith("0000000", 24);
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }
}
