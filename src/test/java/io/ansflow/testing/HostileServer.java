package io.ansflow.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server on real sockets that answers as badly as a test wants: it writes bytes, not HTTP. */
public final class HostileServer implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket listener;
    private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> cipherSuites = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Serves one connection; it is closed when this returns. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Connection connection) throws IOException;
    }

    /** Serves the bare connection, below TLS. */
    public static HostileServer plain(Behaviour behaviour) {
        return new HostileServer(behaviour, null, false);
    }

    /** Serves behind TLS. */
    public static HostileServer tls(TestAuthority.Identity identity, Behaviour behaviour) {
        return new HostileServer(behaviour, identity.context().getSocketFactory(), false);
    }

    /** Serves behind TLS whoever shows a certificate of this authority. */
    public static HostileServer tls(
            TestAuthority.Identity identity, X509Certificate clientAuthority, Behaviour behaviour) {
        return new HostileServer(behaviour, identity.context(clientAuthority).getSocketFactory(), true);
    }

    /** Answers every request with this text, which is everything from the status line on. */
    public static Behaviour answering(String answer) {
        return routing(path -> answer);
    }

    /** Answers every request with what belongs to its path and query. */
    public static Behaviour routing(UnaryOperator<String> answers) {
        return connection -> {
            String request = connection.request();
            while (request != null) {
                int path = request.indexOf(' ') + 1;
                connection.send(answers.apply(request.substring(path, request.indexOf(' ', path))));
                request = connection.request();
            }
        };
    }

    /** A whole answer with a body of known length. */
    public static String answer(String status, String contentType, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    public static String json(String body) {
        return answer("200 OK", "application/json", body);
    }

    private HostileServer(Behaviour behaviour, @Nullable SSLSocketFactory tls, boolean clientCertificate) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("hostile").start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    accepted.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket, behaviour, tls, clientCertificate));
                } catch (IOException e) {
                    return; // Closed.
                }
            }
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** By its address, which is in a certificate for {@code 127.0.0.1}. */
    public URI uri() {
        return URI.create("https://127.0.0.1:" + port());
    }

    /** The heads of the requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** By what the connections so far are encrypted: what clients would rather have. */
    public List<String> cipherSuites() {
        return List.copyOf(cipherSuites);
    }

    /** How many connections were made. */
    public int connections() {
        return accepted.size();
    }

    /** Waits for the first request. */
    public void awaitRequest() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : accepted) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket, Behaviour behaviour, @Nullable SSLSocketFactory tls, boolean clientCertificate) {
        try (socket) {
            if (tls == null) {
                behaviour.serve(new Connection(socket, socket));
                return;
            }
            try (var secure = (SSLSocket) tls.createSocket(socket, null, false)) {
                secure.setNeedClientAuth(clientCertificate);
                preferWhatClientsPrefer(secure);
                handshake(socket, secure);
                cipherSuites.add(secure.getSession().getCipherSuite());
                behaviour.serve(new Connection(socket, secure));
            }
        } catch (IOException e) {
            // The client went away, as clients of hostile servers do.
        }
    }

    private static void preferWhatClientsPrefer(SSLSocket secure) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setUseCipherSuitesOrder(false);
        secure.setSSLParameters(parameters);
    }

    /** Reads on after a failure until the client has gone: closing at once would reset the connection under the alert. */
    private static void handshake(Socket socket, SSLSocket secure) throws IOException {
        try {
            secure.startHandshake();
        } catch (SSLException e) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            throw e;
        }
    }

    /** One connection, seen from the server. */
    public final class Connection {
        private final Socket bare;
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket bare, Socket socket) throws IOException {
            this.bare = bare;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads a request, with its body; null at the end of the connection. */
        public @Nullable String request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next == -1) {
                    return null;
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            Matcher length = CONTENT_LENGTH.matcher(text);
            if (length.find()) {
                in.skipNBytes(Long.parseLong(length.group(1)));
            }
            requests.add(text);
            asked.countDown();
            return text;
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        public void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Says nothing more until the test is over. */
        public void hang() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Drops the connection without a farewell: the other side sees a reset. */
        public void reset() throws IOException {
            bare.setSoLinger(true, 0);
            bare.close();
        }

        /** Passes the rest of the connection on, as a proxy does. */
        public void tunnel(int port) throws IOException {
            try (Socket target = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                Thread.ofVirtual().start(() -> {
                    try {
                        in.transferTo(target.getOutputStream());
                    } catch (IOException e) {
                        // One of the two is gone, and takes the other with it.
                    }
                });
                target.getInputStream().transferTo(out);
            }
        }
    }
}
