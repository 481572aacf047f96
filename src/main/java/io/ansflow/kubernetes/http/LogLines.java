package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.object.LogEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Splits a log into lines as it comes, holding no more than a line. */
final class LogLines {
    /** A longer line comes in pieces. */
    static final int LONGEST = 16 * 1024;

    private final Consumer<String> lines;
    private final long most;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param most bytes that may come */
    LogLines(Consumer<String> lines, long most) {
        this.lines = lines;
        this.most = most;
    }

    LogEnd read(InputStream log) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        while (total < most) {
            int count;
            try {
                count = log.read(buffer, 0, (int) Math.min(buffer.length, most - total));
            } catch (InterruptedIOException e) {
                end();
                return LogEnd.TIME_LIMIT;
            }
            if (count == -1) {
                end();
                return LogEnd.COMPLETE;
            }
            total += count;
            take(buffer, count);
        }
        end();
        return LogEnd.BYTE_LIMIT;
    }

    private void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                pass();
            } else {
                if (line.size() >= LONGEST && (bytes[i] & 0xC0) != 0x80) {
                    pass();
                }
                line.write(bytes[i]);
            }
        }
    }

    private void end() {
        if (line.size() > 0) {
            pass();
        }
    }

    private void pass() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
