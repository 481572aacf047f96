package io.ansflow.kubernetes.simulated.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Packs objects: JSON, compressed by DEFLATE (RFC 1951) with a dictionary of objects that are much alike. A pod takes some
 * 430 bytes instead of the 8 KiB of its tree.
 */
final class Packing {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Not the fastest, but the first level that looks for more than the nearest likeness. */
    private static final int LEVEL = 3;

    /** One object of each kind of which there are many, the most frequent last, as DEFLATE prefers what is near. */
    private static final byte[] DICTIONARY = dictionary();

    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();
    private static final Queue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();

    private Packing() {}

    static byte[] pack(ObjectNode tree) {
        byte[] plain = JSON.writeValueAsBytes(tree);
        Deflater deflater = borrow(DEFLATERS, () -> new Deflater(LEVEL, true));
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + 64];
            int length = Integer.BYTES;
            writeLength(packed, plain.length);
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.reset();
            DEFLATERS.add(deflater);
        }
    }

    static ObjectNode unpack(byte[] packed) {
        Inflater inflater = borrow(INFLATERS, () -> new Inflater(true));
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
            byte[] plain = new byte[readLength(packed)];
            int length = 0;
            while (length < plain.length) {
                length += inflater.inflate(plain, length, plain.length - length);
            }
            return (ObjectNode) JSON.readTree(plain);
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was packed here does not unpack", e);
        } finally {
            inflater.reset();
            INFLATERS.add(inflater);
        }
    }

    private static byte[] dictionary() {
        try (InputStream objects = Packing.class.getResourceAsStream("/simulated/typical-objects.jsonl")) {
            return Objects.requireNonNull(objects).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They hold native memory: as many as work at a time, not one for each cluster or thread. */
    private static <T> T borrow(Queue<T> free, Supplier<T> otherwise) {
        T found = free.poll();
        return found == null ? otherwise.get() : found;
    }

    private static void writeLength(byte[] bytes, int length) {
        bytes[0] = (byte) (length >>> 24);
        bytes[1] = (byte) (length >>> 16);
        bytes[2] = (byte) (length >>> 8);
        bytes[3] = (byte) length;
    }

    private static int readLength(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }
}
