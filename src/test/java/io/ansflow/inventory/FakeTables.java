package io.ansflow.inventory;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Clusters in memory, by the host of their address: their collections remember what happened, and fail on demand. Hosts
 * that are addresses are asked as they are by the application.
 */
final class FakeTables implements TableApis {
    private final Map<String, FakeCluster> clusters = new ConcurrentHashMap<>();
    private final TableApis real;

    FakeTables(TableApis real) {
        this.real = real;
    }

    FakeCluster cluster(String host) {
        return clusters.computeIfAbsent(host, name -> new FakeCluster());
    }

    /** Every cluster is empty and well. */
    void clear() {
        clusters.clear();
    }

    @Override
    public TableApi open(ClusterAccess access) {
        String host = access.server().getHost();
        return host.matches("[0-9.]+") ? real.open(access) : cluster(host);
    }

    /** One cluster. */
    static final class FakeCluster implements TableApi {
        final List<ListRequest> lists = new CopyOnWriteArrayList<>();
        final List<WatchRequest> watches = new CopyOnWriteArrayList<>();
        private final Map<String, Collection> collections = new HashMap<>();
        private long version = 1000;
        private long uids;

        private record Change(long version, boolean deleted, TableRow row) {}

        private static final class Collection {
            final Map<String, TableRow> objects = new TreeMap<>();
            final List<Change> history = new ArrayList<>();
            long forgottenUpTo;
            boolean absent;

            @Nullable
            ClusterFailure failure;

            int failingAfter;
            boolean failingOnce;

            @Nullable
            ClusterFailure watchFailure;

            @Nullable
            Runnable midway;
        }

        /** Makes an object, or changes the one of that name. */
        synchronized void put(TableRows row) {
            Collection collection = collection(row.kind());
            String key = row.namespace() + "/" + row.name();
            TableRow before = collection.objects.get(key);
            TableRow now = row.build(before == null ? "uid-" + ++uids : before.uid(), Long.toString(++version));
            collection.objects.put(key, now);
            collection.history.add(new Change(version, false, now));
        }

        synchronized void delete(String kind, String namespace, String name) {
            Collection collection = collection(kind);
            TableRow gone = Optional.ofNullable(collection.objects.remove(namespace + "/" + name))
                    .orElseThrow();
            collection.history.add(new Change(++version, true, gone));
        }

        /** Nobody can watch any more from before now. */
        synchronized void forgetHistory(String kind) {
            collection(kind).forgottenUpTo = ++version;
            collection(kind).history.clear();
        }

        synchronized void absent(String kind, boolean absent) {
            collection(kind).absent = absent;
        }

        /** From now on lists and watches fail; null ends that. */
        synchronized void failing(String kind, @Nullable ClusterFailure failure) {
            Collection collection = collection(kind);
            collection.failure = failure;
            collection.failingAfter = 0;
            collection.failingOnce = false;
        }

        /** The next list fails after so many rows. */
        synchronized void breaking(String kind, int rows, ClusterFailure failure) {
            Collection collection = collection(kind);
            collection.failure = failure;
            collection.failingAfter = rows;
            collection.failingOnce = true;
        }

        /** From now on watches alone fail; null ends that. */
        synchronized void unwatchable(String kind, @Nullable ClusterFailure failure) {
            collection(kind).watchFailure = failure;
        }

        /** Done in the middle of the next list, when all but its last row were given. */
        synchronized void midway(String kind, Runnable action) {
            collection(kind).midway = action;
        }

        /** What there is of a kind. */
        synchronized List<TableRow> objects(String kind) {
            return List.copyOf(collection(kind).objects.values());
        }

        @Override
        public Answer<ListEnd> list(ListRequest request, RowSink rows) {
            lists.add(request);
            Collection collection = ofPath(request.path());
            List<TableRow> all;
            int give;
            String now;
            ClusterFailure failure;
            Runnable midway;
            synchronized (this) {
                if (collection.absent) {
                    return Answer.of(new ListEnd.Absent());
                }
                all = List.copyOf(collection.objects.values());
                failure = collection.failure;
                give = failure == null ? all.size() : Math.min(collection.failingAfter, all.size());
                now = Long.toString(version);
                midway = collection.midway;
                collection.midway = null;
                if (collection.failingOnce) {
                    collection.failure = null;
                }
            }
            for (int i = 0; i < give; i++) {
                if (midway != null && i == give - 1) {
                    midway.run();
                }
                rows.row(all.get(i));
            }
            rows.received(100L * give);
            if (failure != null && failure.code() == FailureCode.EXPIRED) {
                return Answer.of(new ListEnd.Expired());
            }
            return failure == null ? Answer.of(new ListEnd.Complete(now)) : Answer.failed(failure);
        }

        @Override
        public Answer<WatchEnd> watch(WatchRequest request, ChangeSink changes) {
            watches.add(request);
            Collection collection = ofPath(request.path());
            long since = Long.parseLong(request.since());
            List<Change> missed;
            String now;
            synchronized (this) {
                if (collection.absent) {
                    return Answer.of(new WatchEnd.Absent());
                }
                if (collection.failure != null) {
                    return Answer.failed(collection.failure);
                }
                missed = collection.history.stream()
                        .filter(change -> change.version() > since)
                        .toList();
                now = missed.isEmpty()
                        ? request.since()
                        : Long.toString(missed.getLast().version());
            }
            for (Change change : missed) {
                if (change.deleted()) {
                    changes.deleted(change.row());
                } else {
                    changes.changed(change.row());
                }
            }
            if (since < collection.forgottenUpTo) {
                return Answer.of(new WatchEnd.Expired());
            }
            return collection.watchFailure == null
                    ? Answer.of(new WatchEnd.CaughtUp(now))
                    : Answer.failed(collection.watchFailure);
        }

        @Override
        public void close() {}

        private Collection ofPath(String path) {
            synchronized (this) {
                return collection(path.substring(path.lastIndexOf('/') + 1));
            }
        }

        private Collection collection(String kind) {
            return collections.computeIfAbsent(kind, name -> new Collection());
        }
    }
}
