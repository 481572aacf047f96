package io.ansflow.inventory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids of rows, held by blocks of ids that follow each other: as a bitmap, or as a list where they are few. Together with
 * a term this is what information retrieval calls its postings (Zobel and Moffat, "Inverted files for text search
 * engines", 2006).
 */
final class Postings {
    /** Ids in a block. */
    static final int BLOCK = 2048;

    private static final int BITMAP = BLOCK / Byte.SIZE;

    private final Map<Long, BitSet> blocks = new HashMap<>();

    static long block(long id) {
        return Math.floorDiv(id, BLOCK);
    }

    static int place(long id) {
        return (int) Math.floorMod(id, (long) BLOCK);
    }

    /** Fewer bytes than a bitmap's are two for each place. */
    static byte[] bytes(BitSet places) {
        if (Short.BYTES * places.cardinality() >= BITMAP) {
            return Arrays.copyOf(places.toByteArray(), BITMAP);
        }
        ByteBuffer list = ByteBuffer.allocate(Short.BYTES * places.cardinality());
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            list.putShort((short) place);
        }
        return list.array();
    }

    static BitSet places(byte[] bytes) {
        if (bytes.length == BITMAP) {
            return BitSet.valueOf(bytes);
        }
        BitSet places = new BitSet(BLOCK);
        ByteBuffer list = ByteBuffer.wrap(bytes);
        while (list.hasRemaining()) {
            places.set(list.getShort());
        }
        return places;
    }

    void add(long block, BitSet places) {
        blocks.computeIfAbsent(block, none -> new BitSet(BLOCK)).or(places);
    }

    void addAll(Postings others) {
        others.blocks.forEach(this::add);
    }

    void retainAll(Postings others) {
        blocks.keySet().retainAll(others.blocks.keySet());
        blocks.forEach((block, places) -> places.and(others.blocks.get(block)));
    }

    long size() {
        return blocks.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    Set<Long> ids() {
        Set<Long> ids = new HashSet<>();
        blocks.forEach((block, places) -> places.stream().forEach(place -> ids.add(block * BLOCK + place)));
        return ids;
    }
}
