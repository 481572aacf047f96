package io.ansflow.kubernetes.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON without what is in its {@code managedFields}, which are then empty. They are half of a list, and made of names that
 * occur nowhere else: a parser takes far longer to pass over them than it takes to count brackets.
 */
final class ManagedFieldsFilter extends FilterInputStream {
    private static final byte[] KEY = "managedFields".getBytes(StandardCharsets.US_ASCII);
    private static final int OTHER_STRING = -1;

    private State state = State.OUTSIDE;

    /** How much of the key the string has been so far. */
    private int matched;

    /** How many brackets are open within the managed fields, with theirs. */
    private int depth;

    ManagedFieldsFilter(InputStream json) {
        super(json);
    }

    /** Where the next byte is. */
    private enum State {
        OUTSIDE,
        STRING,
        ESCAPED,
        AFTER_KEY,
        BEFORE_VALUE,
        PASSED_OVER,
        STRING_PASSED_OVER,
        ESCAPED_PASSED_OVER
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = in.read(bytes, offset, length);
            if (read <= 0) {
                return read;
            }
            kept = filter(bytes, offset, read);
        }
        return kept;
    }

    /** What is passed over cannot be told from what was read. */
    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public int available() {
        return 0;
    }

    /** Moves the bytes that stay to the beginning; how many these are. */
    private int filter(byte[] bytes, int offset, int length) {
        int to = offset;
        for (int from = offset; from < offset + length; from++) {
            byte next = bytes[from];
            if (stays(next)) {
                bytes[to++] = next;
            }
        }
        return to - offset;
    }

    private boolean stays(byte next) {
        switch (state) {
            case OUTSIDE -> outside(next);
            case STRING -> inString(next);
            case ESCAPED -> state = State.STRING;
            case AFTER_KEY -> {
                if (next == ':') {
                    state = State.BEFORE_VALUE;
                } else if (!isSpace(next)) {
                    outside(next);
                }
            }
            case BEFORE_VALUE -> {
                if (next == '[') {
                    state = State.PASSED_OVER;
                    depth = 1;
                } else if (!isSpace(next)) {
                    outside(next);
                }
            }
            case PASSED_OVER -> {
                return passedOver(next);
            }
            case STRING_PASSED_OVER -> {
                state = next == '"'
                        ? State.PASSED_OVER
                        : next == '\\' ? State.ESCAPED_PASSED_OVER : State.STRING_PASSED_OVER;
                return false;
            }
            case ESCAPED_PASSED_OVER -> {
                state = State.STRING_PASSED_OVER;
                return false;
            }
        }
        return true;
    }

    private void outside(byte next) {
        if (next == '"') {
            state = State.STRING;
            matched = 0;
        } else {
            state = State.OUTSIDE;
        }
    }

    private void inString(byte next) {
        if (next == '"') {
            state = matched == KEY.length ? State.AFTER_KEY : State.OUTSIDE;
        } else if (next == '\\') {
            state = State.ESCAPED;
            matched = OTHER_STRING;
        } else if (matched != OTHER_STRING) {
            matched = matched < KEY.length && next == KEY[matched] ? matched + 1 : OTHER_STRING;
        }
    }

    /** Of the managed fields only the bracket that ends them stays. */
    private boolean passedOver(byte next) {
        switch (next) {
            case '"' -> state = State.STRING_PASSED_OVER;
            case '[', '{' -> depth++;
            case ']', '}' -> {
                depth--;
                if (depth == 0) {
                    state = State.OUTSIDE;
                    return true;
                }
            }
            default -> {}
        }
        return false;
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
