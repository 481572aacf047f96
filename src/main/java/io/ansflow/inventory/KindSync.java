package io.ansflow.inventory;

import io.ansflow.inventory.ResourceKind.ApiResource;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableApi.WatchRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the stored rows of one kind in one cluster up to date: by what changed since the last time where the cluster
 * still knows, else by all there is.
 */
final class KindSync {
    /** Changes whenever rows are made in another way. */
    private static final String ROW_FORMAT = "1";

    /** How often a list is begun again that the server forgot between two pages. */
    private static final int MOST_EXPIRED = 3;

    /** What a whole list may get around where the reading of changes failed by it. */
    private static final Set<FailureCode> WORTH_A_FULL_READ = Set.of(
            FailureCode.CONNECTION_FAILED,
            // Who may list need not be allowed to watch.
            FailureCode.FORBIDDEN,
            FailureCode.NOT_KUBERNETES,
            FailureCode.RESPONSE_TIMEOUT,
            FailureCode.RESPONSE_TOO_LARGE,
            FailureCode.INVALID,
            FailureCode.SERVER_ERROR);

    private final SyncContext context;
    private final ResourceKind kind;
    private final KindId id;
    private final Tally tally = new Tally();
    private final String basis;
    private final KindOutcome outcome;

    KindSync(SyncContext context, ResourceKind kind) {
        this.context = context;
        this.kind = kind;
        this.id = kind.kind().id();
        this.basis = basis(ROW_FORMAT + context.server() + kind.kind().columns());
        this.outcome = new KindOutcome(context, id, basis, tally);
    }

    /**
     * Does it.
     *
     * @param full reads everything, also where reading what changed would do
     * @throws WriteLane.WriteFailed if the database failed, or the lease was lost
     */
    KindResult run(boolean full) {
        Optional<KindSyncState> before = context.states().find(context.cluster(), id);
        Instant now = context.clock().instant();
        if (!full && before.isPresent() && before.get().canCatchUp(basis, now)) {
            Optional<KindResult> caughtUp = catchUp(before.get());
            if (caughtUp.isPresent()) {
                return caughtUp.get();
            }
        }
        return readAll(before);
    }

    /** The result of a sync that was not tried, because the cluster as a whole could not be asked. */
    KindResult notTried(ClusterFailure failure) {
        return outcome.failed(SyncMode.FULL, failure);
    }

    /** Empty if everything has to be read instead. */
    private Optional<KindResult> catchUp(KindSyncState before) {
        context.progress().begun(id, SyncMode.CATCH_UP);
        CatchUp changes = new CatchUp(context, kind, tally);
        String path = Objects.requireNonNull(before.path());
        String since = Objects.requireNonNull(before.resourceVersion());
        Answer<WatchEnd> answer = context.api().watch(new WatchRequest(path, since), changes);
        changes.finish();
        return switch (answer) {
            case Answer.Got<WatchEnd>(WatchEnd.CaughtUp(String resourceVersion)) ->
                Optional.of(outcome.caughtUp(before, resourceVersion));
            case Answer.Got<WatchEnd> _ -> Optional.empty();
            case Answer.Failed<WatchEnd>(ClusterFailure failure) ->
                WORTH_A_FULL_READ.contains(failure.code())
                        ? Optional.empty()
                        : Optional.of(outcome.failed(SyncMode.CATCH_UP, failure));
        };
    }

    private KindResult readAll(Optional<KindSyncState> before) {
        Listed listed = context.turns().take(() -> list(before));
        return switch (listed.answer()) {
            case Answer.Got<ListEnd>(ListEnd.Complete(String resourceVersion)) ->
                outcome.complete(listed.path(), resourceVersion);
            case Answer.Got<ListEnd>(ListEnd.Absent _) -> {
                String resource = kind.apis().getFirst().resource();
                yield outcome.failed(SyncMode.FULL, ClusterFailure.because(FailureCode.NOT_FOUND, "api", resource));
            }
            case Answer.Got<ListEnd>(ListEnd.Expired _) ->
                outcome.failed(SyncMode.FULL, ClusterFailure.of(FailureCode.EXPIRED, listed.path()));
            case Answer.Failed<ListEnd>(ClusterFailure failure) -> outcome.failed(SyncMode.FULL, failure);
        };
    }

    /** How a list ended that was read from there; whatever was to be written is handed in. */
    private record Listed(String path, Answer<ListEnd> answer) {}

    /** From the first path at which the cluster serves the kind. */
    private Listed list(Optional<KindSyncState> before) {
        context.progress().begun(id, SyncMode.FULL);
        boolean anew = before.map(state -> !basis.equals(state.basis())).orElse(false);
        FullRead read = new FullRead(context, kind, tally, anew);
        Iterator<String> paths = paths(before).iterator();
        Listed listed;
        do {
            String path = paths.next();
            listed = new Listed(path, list(path, before, read));
        } while (listed.answer() instanceof Answer.Got<ListEnd>(ListEnd.Absent _) && paths.hasNext());
        if (listed.answer() instanceof Answer.Got<ListEnd>(ListEnd.Complete _)) {
            read.complete();
        } else {
            read.incomplete();
        }
        return listed;
    }

    /** Where the API serves the kind, beginning with where it did the last time. */
    private Set<String> paths(Optional<KindSyncState> before) {
        Set<String> served = new LinkedHashSet<>();
        kind.apis().stream().map(ApiResource::path).forEach(served::add);
        Set<String> paths = new LinkedHashSet<>();
        before.map(KindSyncState::path).filter(served::contains).ifPresent(paths::add);
        paths.addAll(served);
        return paths;
    }

    /** In one answer from the server's cache, unless that would be too large, or the server's state is older than ours. */
    private Answer<ListEnd> list(String path, Optional<KindSyncState> before, FullRead read) {
        if (before.map(KindSyncState::rows).orElse(0L) <= context.settings().pagedAbove()) {
            String known = before.filter(state -> path.equals(state.path()) && basis.equals(state.basis()))
                    .map(KindSyncState::resourceVersion)
                    .orElse(null);
            Answer<ListEnd> answer = list(new ListRequest(path, known, false), read);
            if (!worthPages(answer)) {
                return answer;
            }
        }
        ListRequest pages = new ListRequest(path, null, true);
        Answer<ListEnd> answer = list(pages, read);
        for (int expired = 1;
                expired < MOST_EXPIRED && answer instanceof Answer.Got<ListEnd>(ListEnd.Expired _);
                expired++) {
            answer = list(pages, read);
        }
        return answer;
    }

    private Answer<ListEnd> list(ListRequest request, FullRead read) {
        read.begin();
        return context.api().list(request, read);
    }

    /** A server that was set back, or is not as far as another one of its cluster, answers 504. */
    private static boolean worthPages(Answer<ListEnd> answer) {
        return switch (answer) {
            case Answer.Got<ListEnd>(ListEnd end) -> end instanceof ListEnd.Expired;
            case Answer.Failed<ListEnd>(ClusterFailure failure) ->
                failure.code() == FailureCode.RESPONSE_TOO_LARGE
                        || (failure.code() == FailureCode.SERVER_ERROR
                                && failure.arguments().contains("504"));
        };
    }

    private static String basis(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
