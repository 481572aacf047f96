package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.kubernetes.object.LogRequest;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.simulated.api.Rejection;
import io.ansflow.kubernetes.simulated.store.Tree;
import io.ansflow.kubernetes.simulated.world.Logs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads the log of a container, and goes on with what is yet to come. */
final class LogStream {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Connection connection;
    private final LogRequest request;
    private final BooleanSupplier closed;
    private long bytes;

    LogStream(Connection connection, LogRequest request, BooleanSupplier closed) {
        this.connection = connection;
        this.request = request;
        this.closed = closed;
    }

    /** What a look into the cluster found; no log if the pod is gone. */
    private record Look(@Nullable Logs log, Instant now) {}

    /** In a thread of its own, so that an interrupt of the calling one ends it at once. */
    Answer<LogEnd> read(Consumer<String> lines) {
        FutureTask<Answer<LogEnd>> reading = new FutureTask<>(() -> follow(lines));
        Thread thread = Thread.ofVirtual().name("log-" + request.pod()).start(reading);
        try {
            return reading.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading the log of " + request.pod());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading a log went wrong on our side", e.getCause());
        }
    }

    private Answer<LogEnd> follow(Consumer<String> lines) {
        Answer<Look> first = look();
        if (first instanceof Answer.Failed<Look>(ClusterFailure failure)) {
            return Answer.failed(failure);
        }
        Look look = ((Answer.Got<Look>) first).value();
        Instant seen = look.now();
        if (!give(beginning(look), lines)) {
            return Answer.of(LogEnd.BYTE_LIMIT);
        }
        Instant end = seen.plus(LONGEST);
        while (request.follow() && look.log() != null && !look.log().over() && !closed.getAsBoolean()) {
            Connection.pause(PAUSE, request.pod());
            Answer<Look> next = look();
            if (!(next instanceof Answer.Got<Look>(Look now)) || now.log() == null) {
                return Answer.of(LogEnd.COMPLETE);
            }
            look = now;
            if (!give(now.log().between(seen, now.now()), lines)) {
                return Answer.of(LogEnd.BYTE_LIMIT);
            }
            seen = now.now();
            if (seen.isAfter(end)) {
                return Answer.of(LogEnd.TIME_LIMIT);
            }
        }
        return Answer.of(LogEnd.COMPLETE);
    }

    private List<Logs.Entry> beginning(Look look) {
        Logs log = look.log();
        if (log == null) {
            return List.of();
        }
        Instant after = request.since() == null ? Instant.EPOCH : look.now().minus(request.since());
        List<Logs.Entry> all = log.between(after, look.now());
        Integer tail = request.tailLines();
        return tail == null || tail >= all.size() ? all : all.subList(all.size() - tail, all.size());
    }

    /** @return whether more may come */
    private boolean give(List<Logs.Entry> entries, Consumer<String> lines) {
        for (Logs.Entry entry : entries) {
            String line = (request.timestamps() ? entry.at() + " " : "") + entry.text();
            int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + length > request.maxBytes()) {
                return false;
            }
            bytes += length;
            lines.accept(line);
        }
        return true;
    }

    private Answer<Look> look() {
        return connection.ask("pods/log", (inside, caller) -> {
            connection.refuse("get", "pods/log");
            ObjectRef ref = ResourceType.POD.named(request.namespace(), request.pod());
            return new Look(log(ref, inside.api().logged(caller, ref)), inside.now());
        });
    }

    private Logs log(ObjectRef ref, ObjectNode pod) {
        List<String> containers = Stream.of("containers", "initContainers")
                .flatMap(part -> Tree.elements(Tree.at(pod, "spec", part)).stream())
                .map(container -> Tree.text(container, "name"))
                .toList();
        String container = request.container();
        if (!containers.contains(container)) {
            throw refused(ref, "container " + container + " is not valid for pod " + request.pod());
        }
        Logs log = Logs.of(pod, container, request.previous());
        if (log == null && request.previous()) {
            throw refused(
                    ref,
                    "previous terminated container \"" + container + "\" in pod \"" + request.pod() + "\" not found");
        }
        if (log == null) {
            throw refused(
                    ref,
                    "container \"" + container + "\" in pod \"" + request.pod() + "\" is waiting to start: "
                            + waiting(pod, container));
        }
        return log;
    }

    private static String waiting(ObjectNode pod, String container) {
        return Tree.elements(Tree.at(pod, "status", "containerStatuses")).stream()
                .filter(status -> Tree.text(status, "name").equals(container))
                .map(status -> Tree.text(status, "state", "waiting", "reason"))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("ContainerCreating");
    }

    private static Rejection refused(ObjectRef ref, String message) {
        return new Rejection(ClusterFailure.of(FailureCode.INVALID, ref.toString(), message));
    }
}
