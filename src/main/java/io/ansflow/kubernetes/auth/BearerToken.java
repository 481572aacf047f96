package io.ansflow.kubernetes.auth;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A bearer token that can be sent in a header, and until when it is valid if it is a JSON Web Token (RFC 7519). */
final class BearerToken {
    /** More than any issuer makes: request headers of this size are refused everywhere. */
    private static final int MAX_LENGTH = 64 * 1024;

    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]*");
    private static final JsonMapper JSON = new JsonMapper();

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /** @throws Refusal if no header can carry it, or it is the base64 text of a Secret instead of the token in it */
    static BearerToken parse(String text) throws Refusal {
        String value = text.strip();
        if (value.isEmpty()) {
            throw Refusal.credential("token-missing");
        }
        if (value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Refusal.credential("token-characters");
        }
        if (isEncodedJwt(value)) {
            throw Refusal.credential("token-base64");
        }
        return new BearerToken(value);
    }

    /** The value of the {@code Authorization} header. */
    String header() {
        return "Bearer " + value;
    }

    /** The {@code exp} of a JWT, which nobody verified; null if it is none or does not say. */
    @Nullable
    Instant expiresAt() {
        var jwt = JWT.matcher(value);
        if (!jwt.matches()) {
            return null;
        }
        try {
            var expiry =
                    JSON.readTree(Base64.getUrlDecoder().decode(jwt.group(1))).path("exp");
            return expiry.isNumber() ? Instant.ofEpochSecond((long) expiry.doubleValue()) : null;
        } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "BearerToken[…]";
    }

    /** {@code kubectl get secret -o yaml} shows tokens base64-encoded, and they are copied as they are. */
    private static boolean isEncodedJwt(String value) {
        try {
            String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
            return decoded.startsWith("eyJ") && JWT.matcher(decoded.strip()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
