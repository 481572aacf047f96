package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Stage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** Connected to one API server, guarded and bounded; questions are asked one after the other. */
final class Transport implements AutoCloseable {
    private static final int BEGINNING = 256;

    /** Never used itself; what is derived from it shares its threads. */
    private static final OkHttpClient BASE = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .fastFallback(false)
            // A single specification, so that a failed handshake is not tried again with a weaker one.
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            .build();

    private final HttpUrl server;
    private final Map<String, String> headers;
    private final KnownAddresses addresses;
    private final StageListener stages;
    private final Excerpt excerpt;
    private final ReceivedBytes received = new ReceivedBytes();
    private final ConnectionPool pool;
    /** Without what belongs to this transport alone. */
    private final OkHttpClient connections;

    private final OkHttpClient client;
    private final ConnectionFailures connectionFailures;
    private final AnswerFailures answerFailures;
    private final Patience patience;
    private final HttpLimits limits;

    /** On a connection of its own. */
    Transport(ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        // One request at a time: HTTP/2 would only add a thread to each connection.
        this(access, limits, guard, progress, patience, List.of(Protocol.HTTP_1_1), false);
    }

    /** On a connection of its own, for answers of many megabytes. */
    static Transport forMuch(
            ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        return new Transport(access, limits, guard, progress, patience, List.of(Protocol.HTTP_1_1), true);
    }

    /** On a connection that others beside this one use, where the server speaks HTTP/2. */
    static Transport shared(
            ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        List<Protocol> protocols = List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
        return new Transport(access, limits, guard, progress, patience, protocols, false);
    }

    private Transport(
            ClusterAccess access,
            HttpLimits limits,
            AddressGuard guard,
            CheckProgress progress,
            Patience patience,
            List<Protocol> protocols,
            boolean much) {
        Destination destination = new Destination(access);
        TimedDns dns = new TimedDns(limits.dnsTimeout());
        Tls tls = Tls.of(access, BASE.hostnameVerifier());
        this.server = destination.server();
        this.headers = headers(access, much && destination.onThisMachine());
        this.addresses = destination.addresses(guard, dns);
        this.patience = patience;
        this.limits = limits;
        this.pool = new ConnectionPool(1, 1, TimeUnit.MINUTES);
        OkHttpClient.Builder builder = BASE.newBuilder()
                .protocols(protocols)
                .connectTimeout(limits.connectTimeout())
                .readTimeout(limits.readTimeout())
                .writeTimeout(limits.readTimeout())
                .connectionPool(pool)
                .dns(dns)
                .proxy(destination.proxy())
                .socketFactory(new GuardedSocketFactory(guard));
        tls.configure(builder);
        this.connections = builder.build();
        this.stages = new StageListener(progress);
        this.client = client(connections, stages, received);

        String name = destination.serverName();
        this.excerpt = new Excerpt(access.client().headers());
        this.connectionFailures = new ConnectionFailures(
                name, destination.proxyName(), new TlsFailures(name, tls.trust(), excerpt), excerpt);
        this.answerFailures = new AnswerFailures(name, access.client().expiresAt(), excerpt);
    }

    private Transport(Transport other) {
        this.server = other.server;
        this.headers = other.headers;
        this.addresses = other.addresses;
        this.patience = other.patience;
        this.limits = other.limits;
        this.pool = other.pool;
        this.connections = other.connections;
        this.stages = new StageListener(CheckProgress.NONE);
        this.client = client(connections, stages, received);
        this.excerpt = other.excerpt;
        this.connectionFailures = other.connectionFailures;
        this.answerFailures = other.answerFailures;
    }

    /** To compress what no network carries costs the server more time than making it. */
    private static Map<String, String> headers(ClusterAccess access, boolean uncompressed) {
        Map<String, String> headers = new LinkedHashMap<>(access.client().headers());
        if (uncompressed) {
            headers.put("Accept-Encoding", "identity");
        }
        return headers;
    }

    private static OkHttpClient client(OkHttpClient connections, StageListener stages, ReceivedBytes received) {
        return connections
                .newBuilder()
                .eventListener(stages)
                .addNetworkInterceptor(received)
                .build();
    }

    /** One that asks beside this one, on the same connection where the server speaks HTTP/2. */
    Transport beside() {
        return new Transport(this);
    }

    /** Makes something of the body of an answer. */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * Reads to the end.
         *
         * @throws Malformed if it is not what was asked for
         */
        T read(InputStream body) throws IOException;
    }

    /** Makes something of what comes on a connection that stays open. */
    @FunctionalInterface
    interface Watching<T> {
        Answer<T> read(Listening body) throws IOException;
    }

    /**
     * Asks, and reads the answer, in a thread of its own, so that an interrupt of the calling one ends it at once whatever
     * it is waiting for.
     *
     * @param most of the body that may be read, in bytes after decompression
     */
    <T> Answer<T> ask(Question question, long most, Reading<T> reading) {
        Duration left = patience.left();
        if (!left.isPositive()) {
            return Answer.failed(
                    ClusterFailure.because(FailureCode.RESPONSE_TIMEOUT, ClusterFailure.DEADLINE, question.label()));
        }
        return ask(client, question, left, response -> body(response, most, reading));
    }

    /**
     * Asks, and reads the answer as it comes, however long the server says nothing in between; otherwise as {@link #ask}.
     *
     * @param atMost for how long; the reading gets an {@link java.io.InterruptedIOException} then
     */
    <T> Answer<T> follow(Question question, Duration atMost, Reading<T> reading) {
        OkHttpClient patient = client.newBuilder().readTimeout(Duration.ZERO).build();
        return ask(
                patient,
                question,
                atMost,
                response -> Answer.of(reading.read(response.body().byteStream())));
    }

    /**
     * Asks, and listens to what comes until the listening ends; otherwise as {@link #ask}.
     *
     * @param idle how long nothing may come between two events; longer where the way to the server is long
     * @param atMost for how long, as far as it ends between two events
     */
    <T> Answer<T> listen(Question question, Duration idle, Duration atMost, Watching<T> watching) {
        long start = System.nanoTime();
        return ask(client, question, atMost.plus(limits.readTimeout()), response -> {
            Duration roundTrips = Duration.ofNanos(2 * (System.nanoTime() - start));
            Duration patient = roundTrips.compareTo(idle) > 0 ? roundTrips : idle;
            try {
                return watching.read(new Listening(
                        response.body().source(), patient, limits.readTimeout(), start + atMost.toNanos()));
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException | Malformed e) {
                return Answer.failed(answerFailures.notKubernetes(response, ""));
            }
        });
    }

    /** What an error means that the server reports in the midst of an answer. */
    ClusterFailure reported(int code, String message) {
        return answerFailures.reported(code, message);
    }

    /** Makes something of an answer that is none of failure. */
    private interface Taking<T> {
        Answer<T> take(Response response) throws IOException;
    }

    private <T> Answer<T> ask(OkHttpClient through, Question question, Duration left, Taking<T> taking) {
        Call call = through.newCall(question.request(server, headers));
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        var exchange = new FutureTask<>(() -> exchange(call, question, taking));
        Thread thread = Thread.ofVirtual().name("ask-" + server.host()).start(exchange);
        try {
            return exchange.get();
        } catch (InterruptedException e) {
            call.cancel();
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking " + question.label());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking " + question.label() + " went wrong on our side", e.getCause());
        }
    }

    void entered(Stage stage) {
        stages.entered(stage);
    }

    /** Makes what the server sent fit to be shown and stored. */
    Excerpt excerpt() {
        return excerpt;
    }

    /** Bytes of response bodies so far, before decompression. */
    long bytesReceived() {
        return received.total();
    }

    @Override
    public void close() {
        pool.evictAll();
    }

    private <T> Answer<T> exchange(Call call, Question question, Taking<T> taking) {
        long start = System.nanoTime();
        boolean answering = false;
        try {
            if (pool.connectionCount() == 0) {
                stages.entered(Stage.ADDRESS);
                addresses.admit();
            }
            try (Response response = call.execute()) {
                answering = true;
                return response.isSuccessful()
                        ? taking.take(response)
                        : Answer.failed(answerFailures.status(response, question));
            }
        } catch (IOException e) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            return Answer.failed(connectionFailures.of(e, stages.stage(), answering, question, waited));
        }
    }

    private <T> Answer<T> body(Response response, long most, Reading<T> reading) throws IOException {
        var body =
                new BufferedInputStream(new LimitedInputStream(response.body().byteStream(), most), 8192);
        body.mark(BEGINNING);
        String beginning = new String(body.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        body.reset();
        try {
            return Answer.of(reading.read(body));
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException | Malformed e) {
            return Answer.failed(answerFailures.notKubernetes(response, beginning));
        }
    }
}
