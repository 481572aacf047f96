package io.ansflow.kubernetes.simulated.api;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes up uids and the ends of names; the same ones from the same seed. */
public final class Ids {
    /** As the API server has them: no vowels, no words. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private static final int SUFFIX = 5;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    String uid() {
        long high = (random.nextLong() & ~0xF000L) | VERSION_4;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new UUID(high, low).toString();
    }

    /** Five letters, as at the end of the names of pods. */
    public String suffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < SUFFIX; i++) {
            suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }

    /** The same letters for the same content, as a {@code pod-template-hash}. */
    public static String hash(String content) {
        StringBuilder hash = new StringBuilder();
        for (char digit : Integer.toUnsignedString(content.hashCode() * 31 + content.length())
                .toCharArray()) {
            hash.append(LETTERS.charAt((digit - '0') * 2 + 1));
        }
        return hash.toString();
    }
}
