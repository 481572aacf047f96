package io.ansflow.inventory;

import io.ansflow.inventory.ResourceTable.Known;
import io.ansflow.kubernetes.TableApi.RowSink;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes all resources of a kind and hands in what differs from what is stored, in batches. Of each stored row it keeps
 * the key and the version, some 300 bytes; what was unseen when the list was complete is gone.
 */
final class FullRead implements RowSink {
    static final int BATCH = 500;

    private final SyncContext context;
    private final ResourceKind kind;
    private final Tally tally;
    private final boolean anew;
    private final Map<RowKey, Known> known;
    private List<RowWrite> batch = new ArrayList<>(BATCH);
    private boolean writing;

    /** @param anew makes every row anew, also those that the cluster did not change */
    FullRead(SyncContext context, ResourceKind kind, Tally tally, boolean anew) {
        this.context = context;
        this.kind = kind;
        this.tally = tally;
        this.anew = anew;
        this.known = context.table().known(context.cluster(), kind.kind().id());
    }

    /** A list begins, or begins again: what was seen in one that broke off may be gone since. */
    void begin() {
        known.values().forEach(stored -> stored.seen = false);
        tally.rows = 0;
    }

    @Override
    public void row(TableRow row) {
        RowKey key = RowKey.of(row);
        Known stored = known.get(key);
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
        known.forEach((key, stored) -> {
            if (!stored.seen) {
                add(new RowWrite.Delete(key, stored.id));
            }
        });
        flush();
    }

    private void change(RowKey key, @Nullable Known stored, TableRow row) {
        StoredRow made = RowMapper.map(kind, row, context.clock().instant());
        long id = stored == null ? context.nextId().getAndIncrement() : stored.id;
        Known now = new Known(id, row.uid(), row.resourceVersion());
        now.seen = true;
        known.put(key, now);
        add(stored == null ? new RowWrite.Insert(key, id, made) : new RowWrite.Update(key, id, made));
    }

    private void add(RowWrite write) {
        tally.count(write);
        batch.add(write);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<RowWrite> writes = batch;
        batch = new ArrayList<>(BATCH);
        boolean begin = !writing;
        writing = true;
        context.lane().submit(() -> {
            if (begin) {
                context.states().beginRewriting(context.cluster(), kind.kind().id());
            }
            context.table().write(context.cluster(), kind.kind().id(), writes);
        });
    }
}
