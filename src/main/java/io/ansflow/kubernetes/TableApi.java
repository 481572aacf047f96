package io.ansflow.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * Reads whole collections of resources, as the Tables that kubectl prints: columns computed by the server, and of the
 * objects the metadata alone. Every call is bounded in time and bytes, blocks its thread, and answers failures as
 * values. Interrupting the thread ends the call at once by a {@link java.util.concurrent.CancellationException}, and the
 * thread stays interrupted. May be shared between threads; closed after use.
 */
public interface TableApi extends AutoCloseable {

    /**
     * All resources of a collection. Rows that came before a failure, or before any other end than
     * {@link ListEnd.Complete}, are true, but not all there is.
     *
     * @param rows takes them as they come; may block
     */
    Answer<ListEnd> list(ListRequest request, RowSink rows);

    /**
     * What changed in a collection since a resource version, until nothing more comes.
     *
     * @param changes takes them as they come, in order; may block
     */
    Answer<WatchEnd> watch(WatchRequest request, ChangeSink changes);

    @Override
    void close();

    /**
     * What to list.
     *
     * @param path of the collection over all namespaces, from the root of the API
     * @param notOlderThan a resource version that the answer must not precede, or null if any will do; with pages, the
     *     answer is the most recent there is
     * @param paged in pages from etcd, rather than in one answer from the server's watch cache, which costs the server
     *     much less
     */
    record ListRequest(String path, @Nullable String notOlderThan, boolean paged) {}

    /**
     * What to watch.
     *
     * @param path as in {@link ListRequest}
     * @param since the resource version after which changes are wanted
     */
    record WatchRequest(String path, String since) {}

    /** How a list ended. */
    sealed interface ListEnd {
        /**
         * All rows were given.
         *
         * @param resourceVersion of the list, from which it can be watched
         */
        record Complete(String resourceVersion) implements ListEnd {}

        /** The server forgot the list between two pages (410): it has to be begun anew. */
        record Expired() implements ListEnd {}

        /** The server does not know the collection. */
        record Absent() implements ListEnd {}
    }

    /** How a watch ended. */
    sealed interface WatchEnd {
        /**
         * All changes that the server knew of were given.
         *
         * @param resourceVersion from which to go on the next time
         */
        record CaughtUp(String resourceVersion) implements WatchEnd {}

        /** The server does not know any more what changed since then (410): the collection has to be listed. */
        record Expired() implements WatchEnd {}

        /** The server does not know the collection. */
        record Absent() implements WatchEnd {}
    }

    /** Takes the rows of a list. Called by one thread at a time. */
    interface RowSink {
        void row(TableRow row);

        /** More bytes of answers have come over the wire. */
        void received(long bytes);
    }

    /** Takes the changes that a watch tells of. Called by one thread at a time. */
    interface ChangeSink {
        /** The resource is new, or has changed. */
        void changed(TableRow row);

        /** The resource is gone; the row is its last state. */
        void deleted(TableRow row);

        /** More bytes of answers have come over the wire. */
        void received(long bytes);
    }
}
