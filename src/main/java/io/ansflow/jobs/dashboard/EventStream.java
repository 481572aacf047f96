package io.ansflow.jobs.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Takes what JobRunr writes to one browser until that browser's own thread has sent it. JobRunr writes to all browsers
 * from a single thread: a browser that does not read must not hold up the others, and is let go instead.
 */
final class EventStream extends OutputStream {
    private static final int MAX_BYTES = 4 << 20;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean closed;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (waiting.size() + length > MAX_BYTES) {
            close();
        }
        if (closed) {
            throw new IOException("The browser is gone");
        }
        waiting.write(bytes, offset, length);
        notifyAll();
    }

    /** Waits for something to send, but not longer than {@code patience}: then there is nothing, and no bytes are given. */
    synchronized byte[] next(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.size() == 0 && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        return bytes;
    }

    /** Whether nothing more will come than what is waiting. */
    synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
