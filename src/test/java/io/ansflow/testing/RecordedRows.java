package io.ansflow.testing;

import io.ansflow.kubernetes.TableApi.ChangeSink;
import io.ansflow.kubernetes.TableApi.RowSink;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Takes what collections give. */
public final class RecordedRows implements RowSink, ChangeSink {
    private final List<TableRow> rows = new ArrayList<>();
    private final List<TableRow> deleted = new ArrayList<>();
    private long bytes;

    /** Rows that were listed, or have changed. */
    public List<TableRow> rows() {
        return rows;
    }

    public int count() {
        return rows.size();
    }

    /** Rows of a namespace that were listed, or have changed, with this name, or with any if it is empty. */
    public List<TableRow> in(String namespace, String name) {
        return rows.stream()
                .filter(row -> row.namespace().equals(namespace) && !row.name().startsWith("kube-root-ca"))
                .filter(row -> name.isEmpty() || row.name().equals(name))
                .toList();
    }

    public List<TableRow> deletedIn(String namespace) {
        return deleted.stream().filter(row -> row.namespace().equals(namespace)).toList();
    }

    public long bytes() {
        return bytes;
    }

    @Override
    public void row(TableRow row) {
        rows.add(row);
    }

    @Override
    public void changed(TableRow row) {
        rows.add(row);
    }

    @Override
    public void deleted(TableRow row) {
        deleted.add(row);
    }

    @Override
    public void received(long more) {
        bytes += more;
    }
}
