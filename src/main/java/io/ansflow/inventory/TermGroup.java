package io.ansflow.inventory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Terms that differ in their last characters only, each with the places of the rows that have it in one block of ids. Most
 * terms find a single row, such as an address or what a name ends with: an index row for each would be most of what a sync
 * writes.
 */
final class TermGroup {
    /** How many characters of a term are not in what its group has in common. */
    private static final int OWN = 3;

    /** A group that would be larger does without its terms: then each of them finds all rows that have any. */
    private static final int MOST_BYTES = 30_000;

    private static final int WITHOUT_TERMS = 0xffff;

    private final SortedMap<String, BitSet> places = new TreeMap<>();
    private @Nullable BitSet ofAny;

    /** What the terms of a group have in common; never empty. */
    static String prefix(String term) {
        return term.substring(0, whole(term, Math.max(1, term.length() - OWN)));
    }

    /** What groups may have in common that is shorter than a text, and has terms that begin with it. */
    static List<String> prefixesWithin(String text) {
        List<String> prefixes = new ArrayList<>();
        for (int end = Math.max(1, text.length() - OWN); end < text.length(); end++) {
            prefixes.add(text.substring(0, end));
        }
        return prefixes;
    }

    /** @param bytes as {@link #bytes} gave them */
    static TermGroup of(String prefix, byte[] bytes) {
        TermGroup group = new TermGroup();
        ByteBuffer stored = ByteBuffer.wrap(bytes);
        while (stored.hasRemaining()) {
            int length = length(stored);
            if (length == WITHOUT_TERMS) {
                group.ofAny = places(stored);
            } else {
                byte[] rest = new byte[length];
                stored.get(rest);
                group.places.put(prefix + new String(rest, StandardCharsets.UTF_8), places(stored));
            }
        }
        return group;
    }

    /**
     * Places of rows that have a term, or one that begins so. What is not looked for is passed over unread, as a search
     * goes through thousands of groups.
     *
     * @param prefix of the group, which the term begins with, or which begins with it
     * @param bytes as {@link #bytes} gave them
     */
    static BitSet find(String prefix, byte[] bytes, String term, boolean whole) {
        byte[] rest = term.substring(Math.min(prefix.length(), term.length())).getBytes(StandardCharsets.UTF_8);
        BitSet found = new BitSet();
        ByteBuffer stored = ByteBuffer.wrap(bytes);
        while (stored.hasRemaining()) {
            int length = length(stored);
            boolean wanted = length == WITHOUT_TERMS;
            if (!wanted) {
                int from = stored.position();
                wanted = (whole ? length == rest.length : length >= rest.length)
                        && Arrays.equals(bytes, from, from + rest.length, rest, 0, rest.length);
                stored.position(from + length);
            }
            if (wanted) {
                found.or(places(stored));
            } else {
                int places = length(stored);
                stored.position(stored.position() + places);
            }
        }
        return found;
    }

    /** As it is stored: of each term what it has of its own and its places, both after their length in two bytes. */
    byte[] bytes(String prefix) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        if (ofAny == null) {
            places.forEach((term, ids) -> {
                byte[] rest = term.substring(prefix.length()).getBytes(StandardCharsets.UTF_8);
                append(stored, rest.length, rest);
                byte[] found = Postings.bytes(ids);
                append(stored, found.length, found);
            });
        }
        if (stored.size() > MOST_BYTES || ofAny != null) {
            stored.reset();
            byte[] found = Postings.bytes(all());
            append(stored, WITHOUT_TERMS, new byte[0]);
            append(stored, found.length, found);
        }
        return stored.toByteArray();
    }

    /** Never, once it has done without its terms. */
    boolean isEmpty() {
        return places.isEmpty() && ofAny == null;
    }

    void add(String term, int place) {
        if (ofAny == null) {
            places.computeIfAbsent(term, none -> new BitSet()).set(place);
        } else {
            ofAny.set(place);
        }
    }

    void remove(String term, int place) {
        BitSet left = places.get(term);
        if (left != null) {
            left.clear(place);
            if (left.isEmpty()) {
                places.remove(term);
            }
        }
    }

    /** Its terms and where they are, in order. */
    SortedMap<String, BitSet> terms() {
        return places;
    }

    private static int whole(String text, int end) {
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private BitSet all() {
        BitSet all = ofAny == null ? new BitSet() : (BitSet) ofAny.clone();
        places.values().forEach(all::or);
        return all;
    }

    private static BitSet places(ByteBuffer stored) {
        byte[] places = new byte[length(stored)];
        stored.get(places);
        return Postings.places(places);
    }

    private static int length(ByteBuffer stored) {
        return Short.toUnsignedInt(stored.getShort());
    }

    /** @param length what stands before the bytes, in two bytes */
    private static void append(ByteArrayOutputStream stored, int length, byte[] bytes) {
        stored.write(length >> Byte.SIZE);
        stored.write(length);
        stored.writeBytes(bytes);
    }
}
