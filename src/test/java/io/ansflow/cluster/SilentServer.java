package io.ansflow.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that accepts connections and never says a word: it hangs up at once, or holds the line. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean holding;

    SilentServer() throws IOException {
        Thread.ofVirtual().name("silent-server").start(this::accept);
    }

    String address() {
        return "https://127.0.0.1:" + listening.getLocalPort();
    }

    /** From now on it holds the line. */
    void hold() {
        holding = true;
    }

    /** Waits until somebody is on the line. */
    void awaitHeld() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !held.isEmpty());
    }

    /** From now on it hangs up; returns how many have called so far. */
    int refuse() {
        holding = false;
        return connections();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : held) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                if (holding) {
                    held.add(socket);
                } else {
                    socket.close();
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
