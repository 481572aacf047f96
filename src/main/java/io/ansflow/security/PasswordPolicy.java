package io.ansflow.security;

import io.ansflow.base.Text;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/** What passwords are accepted, and how random ones are made. Length over rules, as NIST SP 800-63B has it. */
final class PasswordPolicy {
    static final int MIN_CHARACTERS = 10;
    /** What bcrypt looks at. */
    static final int MAX_BYTES = 72;

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordPolicy() {}

    /** @throws InvalidUser if the password is too short, too long, or contains the user's name */
    static void check(UserName name, String password) {
        if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
            throw new InvalidUser(Text.of("user.invalid.password.short", MIN_CHARACTERS));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidUser(Text.of("user.invalid.password.long", MAX_BYTES));
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.value())) {
            throw new InvalidUser(Text.of("user.invalid.password.name"));
        }
    }

    /** Twenty characters that are not mistaken for each other: 116 bits. */
    static String random() {
        StringBuilder password = new StringBuilder();
        RANDOM.ints(20, 0, ALPHABET.length()).forEach(index -> password.append(ALPHABET.charAt(index)));
        return password.toString();
    }
}
