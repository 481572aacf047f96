package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableRow;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.simulated.SimulatedCluster.Inside;
import io.ansflow.kubernetes.simulated.api.Caller;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.print.TablePrinter;
import io.ansflow.kubernetes.simulated.store.Change;
import io.ansflow.kubernetes.simulated.store.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The collections of a simulated cluster. */
final class SimulatedTableApi implements TableApi {
    private static final int PAGE_SIZE = 500;

    /** What a row takes besides its cells. */
    private static final int BYTES_OF_A_ROW = 600;

    private final Connection connection;

    SimulatedTableApi(Connection connection) {
        this.connection = connection;
    }

    /** A collection as it was in a moment. */
    private record Snapshot(String type, List<Entry> entries, long version, Instant now) {}

    @Override
    public Answer<ListEnd> list(ListRequest request, RowSink rows) {
        Answer<Optional<Snapshot>> answer = connection.ask(
                request.path(),
                (inside, caller) -> kind(inside, caller, "list", request.path())
                        .map(kind -> new Snapshot(
                                kind.name(),
                                List.copyOf(inside.store().all(kind.name())),
                                inside.store().version(),
                                inside.now())));
        return answer.then(found ->
                found.map(snapshot -> give(request, snapshot, rows)).orElseGet(() -> Answer.of(new ListEnd.Absent())));
    }

    /** Rows are printed when they are given: a collection may be larger than what fits into memory unpacked. */
    private Answer<ListEnd> give(ListRequest request, Snapshot snapshot, RowSink rows) {
        if (!request.paged() && newer(request.notOlderThan(), snapshot.version())) {
            return Answer.failed(ClusterFailure.because(
                    FailureCode.SERVER_ERROR,
                    "explained",
                    connection.server(),
                    "504",
                    "Timeout: Too large resource version: " + request.notOlderThan() + ", current: "
                            + snapshot.version()));
        }
        TablePrinter printer = new TablePrinter(snapshot.type());
        boolean breaks = connection.has(Fault.BROKEN_PAGE);
        boolean endless = connection.has(Fault.ENDLESS_PAGES);
        int most = breaks ? (snapshot.entries().size() + 1) / 2 : endless ? PAGE_SIZE : Integer.MAX_VALUE;
        long bytes = 0;
        for (Entry entry : snapshot.entries().stream().limit(most).toList()) {
            TableRow row = printer.row(entry.tree(), snapshot.now());
            bytes += BYTES_OF_A_ROW;
            rows.row(row);
        }
        rows.received(bytes);
        if (breaks) {
            return Answer.failed(ClusterFailure.because(FailureCode.CONNECTION_FAILED, "closed", connection.server()));
        }
        if (endless) {
            return Answer.failed(
                    ClusterFailure.of(FailureCode.NOT_KUBERNETES, connection.server(), "200", "application/json", "–"));
        }
        return Answer.of(new ListEnd.Complete(String.valueOf(snapshot.version())));
    }

    private static boolean newer(@Nullable String wanted, long version) {
        return wanted != null
                && number(wanted).filter(number -> number > version).isPresent();
    }

    @Override
    public Answer<WatchEnd> watch(WatchRequest request, ChangeSink changes) {
        Answer<Optional<Missed>> answer = connection.ask(
                request.path(),
                (inside, caller) -> kind(inside, caller, "watch", request.path())
                        .map(kind -> missed(inside, kind, request.since())));
        return answer.then(
                found -> found.map(missed -> give(missed, changes)).orElseGet(() -> Answer.of(new WatchEnd.Absent())));
    }

    /** What happened in a collection; changes are empty if it is not known any more. */
    private record Missed(String type, Optional<List<Change>> changes, long version, Instant now) {}

    private Missed missed(Inside inside, Kind kind, String since) {
        Optional<List<Change>> changes =
                connection.has(Fault.EXPIRED) ? Optional.empty() : number(since).flatMap(inside.store()::since);
        return new Missed(
                kind.name(),
                changes.map(all -> all.stream()
                        .filter(change -> change.key().type().equals(kind.name()))
                        .toList()),
                inside.store().version(),
                inside.now());
    }

    private static Answer<WatchEnd> give(Missed missed, ChangeSink changes) {
        if (missed.changes().isEmpty()) {
            return Answer.of(new WatchEnd.Expired());
        }
        TablePrinter printer = new TablePrinter(missed.type());
        List<Change> all = missed.changes().get();
        for (Change change : all) {
            Entry after = change.after();
            if (after != null) {
                changes.changed(printer.row(after.tree(), missed.now()));
            } else {
                changes.deleted(
                        printer.row(Objects.requireNonNull(change.before()).tree(), missed.now()));
            }
        }
        changes.received((long) all.size() * BYTES_OF_A_ROW);
        return Answer.of(new WatchEnd.CaughtUp(String.valueOf(missed.version())));
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private Optional<Kind> kind(Inside inside, Caller caller, String verb, String path) {
        ResourceType type = type(path);
        connection.refuse(verb, type.qualifiedName());
        inside.api().authorize(caller, verb, type, "", "", "");
        return inside.kinds().find(type);
    }

    /** Of {@code /api/v1/pods} or {@code /apis/apps/v1/deployments}. */
    private static ResourceType type(String path) {
        String[] parts = path.split("/", -1);
        boolean core = parts[1].equals("api");
        return new ResourceType(core ? "" : parts[2], parts[core ? 2 : 3], parts[parts.length - 1], "", true);
    }

    private static Optional<Long> number(String version) {
        try {
            return Optional.of(Long.valueOf(version));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
