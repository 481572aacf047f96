package io.ansflow.inventory;

import io.ansflow.kubernetes.TableApi.ChangeSink;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what changed of a kind and hands it in, in batches; of several changes of one resource the last. To hand in
 * something twice changes nothing, so a catch-up that broke off is simply begun again.
 */
final class CatchUp implements ChangeSink {
    private final SyncContext context;
    private final ResourceKind kind;
    private final Tally tally;
    private Map<RowKey, Optional<TableRow>> batch = new LinkedHashMap<>();
    private long changes;

    CatchUp(SyncContext context, ResourceKind kind, Tally tally) {
        this.context = context;
        this.kind = kind;
        this.tally = tally;
    }

    @Override
    public void changed(TableRow row) {
        add(RowKey.of(row), Optional.of(row));
    }

    @Override
    public void deleted(TableRow row) {
        add(RowKey.of(row), Optional.empty());
    }

    @Override
    public void received(long bytes) {
        tally.bytes.addAndGet(bytes);
    }

    /** Hands in what is still to be written, and waits until all is. */
    void finish() {
        flush();
        context.lane().await();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Map<RowKey, Optional<TableRow>> last = batch;
        batch = new LinkedHashMap<>();
        context.lane()
                .submit(
                        () -> {
                            List<RowWrite> writes = writes(last);
                            context.table().write(context.cluster(), kind.kind().id(), writes);
                            return writes;
                        },
                        writes -> writes.forEach(tally::count));
    }

    private void add(RowKey key, Optional<TableRow> row) {
        batch.put(key, row);
        changes++;
        context.progress().rows(kind.kind().id(), changes);
        if (batch.size() >= FullRead.BATCH) {
            flush();
        }
    }

    private List<RowWrite> writes(Map<RowKey, Optional<TableRow>> last) {
        Map<RowKey, KnownRow> known =
                context.known().rows(context.cluster(), kind.kind().id(), last.keySet());
        List<RowWrite> writes = new ArrayList<>();
        last.forEach((key, row) -> {
            KnownRow stored = known.get(key);
            if (row.isEmpty()) {
                if (stored != null) {
                    writes.add(new RowWrite.Delete(key, stored.id));
                }
            } else if (stored == null) {
                writes.add(new RowWrite.Insert(key, context.ids().next(), made(row.get()), false));
            } else if (!stored.is(row.get().uid(), row.get().resourceVersion())) {
                writes.add(new RowWrite.Update(key, stored.id, made(row.get())));
            }
        });
        return writes;
    }

    private StoredRow made(TableRow row) {
        return RowMapper.map(kind, row, context.clock().instant());
    }
}
