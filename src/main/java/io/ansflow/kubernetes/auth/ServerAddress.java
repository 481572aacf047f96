package io.ansflow.kubernetes.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the address of an API server: the one place that decides which ones are well-formed. */
final class ServerAddress {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_HOST_LENGTH = 253;
    private static final int HTTPS_PORT = 443;

    /** Such a host is an IPv4 address or an obscure way to write one (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX]\\p{XDigit}*)\\.?");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private ServerAddress() {}

    /**
     * Parses an address such as {@code https://10.0.0.1:6443} or {@code https://rancher.example.com/k8s/clusters/c-1}.
     *
     * @return the address with a lower-case host, without the default port and without a slash at its end
     * @throws Refusal with code {@code ADDRESS_NOT_ALLOWED}; it never repeats what was typed, for that may be a secret
     */
    static URI parse(@Nullable String typed) throws Refusal {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw Refusal.address("missing");
        }
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Refusal.address("characters");
        }
        if (!text.contains("://")) {
            throw Refusal.address("no-scheme");
        }
        URI uri = syntax(text);
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw Refusal.address("not-https");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw Refusal.address("user-info");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw Refusal.address("query");
        }
        return URI.create("https://" + host(uri) + port(uri) + prefix(uri));
    }

    private static URI syntax(String text) throws Refusal {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Refusal.address("host");
        }
    }

    private static String host(URI uri) throws Refusal {
        String host = uri.getHost();
        if (host == null
                || host.length() > MAX_HOST_LENGTH
                || host.contains("%")
                || (ENDS_IN_A_NUMBER.matcher(host).matches()
                        && !IPV4.matcher(host).matches())) {
            throw Refusal.address("host");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static String port(URI uri) throws Refusal {
        int port = uri.getPort();
        if (port == 0 || port > 0xffff) {
            throw Refusal.address("port");
        }
        return port == -1 || port == HTTPS_PORT ? "" : ":" + port;
    }

    private static String prefix(URI uri) throws Refusal {
        String path = uri.normalize().getRawPath();
        if (path.contains("/../") || path.endsWith("/..")) {
            throw Refusal.address("path");
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
