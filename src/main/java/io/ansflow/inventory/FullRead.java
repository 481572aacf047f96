package io.ansflow.inventory;

import io.ansflow.kubernetes.TableApi.RowSink;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes all resources of a kind and hands in what differs from what is stored, in batches. Of each stored row it keeps
 * the key and the version, some 300 bytes; what was unseen when the list was complete is gone.
 */
final class FullRead implements RowSink {
    /** Rows in one transaction. */
    static final int BATCH = 500;

    /**
     * Servers before 1.31 list in no order. A batch of a larger sorted part touches a smaller part of each index, which the
     * database then writes less often. The first parts are smaller, so that writing begins at once. A part is kept in
     * memory, and its ids are of one block.
     */
    private static final int LARGEST_PART = Postings.BLOCK / BATCH * BATCH;

    /** Rows of the index of words in one transaction; they are small. */
    private static final int POSTINGS = 4 * BATCH;

    private static final long NO_ID = -1;

    private final SyncContext context;
    private final ResourceKind kind;
    private final Tally tally;
    private final boolean anew;
    private final FutureTask<Map<RowKey, KnownRow>> loading;
    private @Nullable Map<RowKey, KnownRow> loaded;
    private final SortedMap<RowKey, StoredRow> changed = new TreeMap<>();
    private int part = BATCH;
    private boolean writing;

    /** @param anew makes every row anew, also those that the cluster did not change */
    FullRead(SyncContext context, ResourceKind kind, Tally tally, boolean anew) {
        this.context = context;
        this.kind = kind;
        this.tally = tally;
        this.anew = anew;
        this.loading = new FutureTask<>(
                () -> context.known().rows(context.cluster(), kind.kind().id()));
        // Meanwhile the server makes the list.
        Thread.ofVirtual().name("sync-known").start(loading);
    }

    /** A list begins, or begins again: what was seen in one that broke off may be gone since. */
    void begin() {
        if (loaded != null) {
            loaded.values().forEach(stored -> stored.seen = false);
        }
        tally.rows = 0;
    }

    @Override
    public void row(TableRow row) {
        RowKey key = RowKey.of(row);
        KnownRow stored = known().get(key);
        boolean first = stored == null || !stored.seen;
        if (stored == null || !stored.is(row.uid(), row.resourceVersion()) || (anew && first)) {
            change(key, stored, row);
        } else {
            stored.seen = true;
        }
        if (first) {
            tally.rows++;
            context.progress().rows(kind.kind().id(), tally.rows);
        }
    }

    @Override
    public void received(long bytes) {
        tally.bytes.addAndGet(bytes);
    }

    /** Hands in what is still to be written; nothing is deleted, as there may be more than was seen. */
    void incomplete() {
        flush();
    }

    /** Hands in what is still to be written: there was nothing but what was seen. */
    void complete() {
        flush();
        List<RowWrite> gone = new ArrayList<>();
        known().forEach((key, stored) -> {
            if (!stored.seen) {
                gone.add(new RowWrite.Delete(key, stored.id));
            }
        });
        inParts(gone, BATCH, this::submit);
    }

    private Map<RowKey, KnownRow> known() {
        if (loaded == null) {
            try {
                loaded = loading.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while reading what is stored");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException("What is stored cannot be read", e.getCause());
            }
        }
        return loaded;
    }

    private void change(RowKey key, @Nullable KnownRow stored, TableRow row) {
        KnownRow now = new KnownRow(stored == null ? NO_ID : stored.id, row.uid(), row.resourceVersion());
        now.seen = true;
        known().put(key, now);
        changed.put(key, RowMapper.map(kind, row, context.clock().instant()));
        if (changed.size() >= part) {
            flush();
            part = Math.min(2 * part, LARGEST_PART);
        }
    }

    /**
     * Hands in a part. Its new rows share a block of ids, whose postings come first and all at once, sorted: written with
     * each batch, most pages of that index would be written with each batch.
     */
    private void flush() {
        if (changed.isEmpty()) {
            return;
        }
        long block = Postings.block(context.ids().block());
        long newId = block * Postings.BLOCK;
        BlockPostings postings = new BlockPostings();
        List<RowWrite> writes = new ArrayList<>(changed.size());
        for (Map.Entry<RowKey, StoredRow> change : changed.entrySet()) {
            KnownRow stored = Objects.requireNonNull(known().get(change.getKey()));
            StoredRow row = change.getValue();
            if (stored.id == NO_ID) {
                stored.id = newId++;
                postings.add(row.searchText(), stored.id);
                writes.add(new RowWrite.Insert(change.getKey(), stored.id, row, true));
            } else {
                writes.add(new RowWrite.Update(change.getKey(), stored.id, row));
            }
        }
        changed.clear();
        inParts(
                postings.bytes(),
                POSTINGS,
                some -> submit(() ->
                        context.table().index(context.cluster(), kind.kind().id(), block, some)));
        inParts(writes, BATCH, this::submit);
    }

    private static <T> void inParts(List<T> all, int size, Consumer<List<T>> part) {
        for (int from = 0; from < all.size(); from += size) {
            part.accept(all.subList(from, Math.min(from + size, all.size())));
        }
    }

    private void submit(List<RowWrite> writes) {
        writes.forEach(tally::count);
        submit(() -> context.table().write(context.cluster(), kind.kind().id(), writes));
    }

    private void submit(Runnable write) {
        boolean begin = !writing;
        writing = true;
        context.lane().submit(() -> {
            if (begin) {
                context.states().beginRewriting(context.cluster(), kind.kind().id());
            }
            write.run();
        });
    }
}
