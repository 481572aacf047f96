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
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** Connected to one API server, guarded and bounded; questions are asked one after the other. */
final class Transport implements AutoCloseable {
    private static final int BEGINNING = 256;

    private final Connection connection;
    private final Patience patience;
    private final StageListener stages;
    private final ReceivedBytes received = new ReceivedBytes();
    private final OkHttpClient client;

    /** On a connection of its own. */
    Transport(ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        // One request at a time: HTTP/2 would only add a thread to each connection.
        this(Connection.to(access, limits, guard, List.of(Protocol.HTTP_1_1), false), progress, patience);
    }

    /** On a connection of its own, for answers of many megabytes. */
    static Transport forMuch(
            ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        List<Protocol> protocols = List.of(Protocol.HTTP_1_1);
        return new Transport(Connection.to(access, limits, guard, protocols, true), progress, patience);
    }

    /** On a connection that others beside this one use, where the server speaks HTTP/2. */
    static Transport shared(
            ClusterAccess access, HttpLimits limits, AddressGuard guard, CheckProgress progress, Patience patience) {
        List<Protocol> protocols = List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
        return new Transport(Connection.to(access, limits, guard, protocols, false), progress, patience);
    }

    private Transport(Connection connection, CheckProgress progress, Patience patience) {
        this.connection = connection;
        this.patience = patience;
        this.stages = new StageListener(progress);
        this.client = connection
                .client()
                .newBuilder()
                .eventListener(stages)
                .addNetworkInterceptor(received)
                .build();
    }

    /** One that asks beside this one, on the same connection where the server speaks HTTP/2. */
    Transport beside() {
        return new Transport(connection, CheckProgress.NONE, patience);
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
        return ask(client, question, atMost.plus(connection.limits().readTimeout()), response -> {
            Duration roundTrips = Duration.ofNanos(2 * (System.nanoTime() - start));
            Duration patient = roundTrips.compareTo(idle) > 0 ? roundTrips : idle;
            try {
                return watching.read(new Listening(
                        response.body().source(),
                        patient,
                        connection.limits().readTimeout(),
                        start + atMost.toNanos()));
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException | Malformed e) {
                return Answer.failed(connection.answerFailures().notKubernetes(response, ""));
            }
        });
    }

    /** What an error means that the server reports in the midst of an answer. */
    ClusterFailure reported(int code, String message) {
        return connection.answerFailures().reported(code, message);
    }

    /** Makes something of an answer that is none of failure. */
    private interface Taking<T> {
        Answer<T> take(Response response) throws IOException;
    }

    private <T> Answer<T> ask(OkHttpClient through, Question question, Duration left, Taking<T> taking) {
        Call call = through.newCall(question.request(connection.server(), connection.headers()));
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        var exchange = new FutureTask<>(() -> exchange(call, question, taking));
        Thread thread =
                Thread.ofVirtual().name("ask-" + connection.server().host()).start(exchange);
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
        return connection.excerpt();
    }

    /** Bytes of response bodies so far, before decompression. */
    long bytesReceived() {
        return received.total();
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    private <T> Answer<T> exchange(Call call, Question question, Taking<T> taking) {
        long start = System.nanoTime();
        boolean answering = false;
        try {
            if (client.connectionPool().connectionCount() == 0) {
                stages.entered(Stage.ADDRESS);
                connection.addresses().admit();
            }
            try (Response response = call.execute()) {
                answering = true;
                return response.isSuccessful()
                        ? taking.take(response)
                        : Answer.failed(connection.answerFailures().status(response, question));
            }
        } catch (IOException e) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            return Answer.failed(connection.connectionFailures().of(e, stages.stage(), answering, question, waited));
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
            return Answer.failed(connection.answerFailures().notKubernetes(response, beginning));
        }
    }
}
