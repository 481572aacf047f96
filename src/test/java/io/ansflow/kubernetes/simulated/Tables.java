package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApi.ChangeSink;
import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableApi.RowSink;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableApi.WatchRequest;
import io.ansflow.kubernetes.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Takes what collections give. */
public final class Tables implements RowSink, ChangeSink {
    private final List<TableRow> rows = new ArrayList<>();
    private final List<TableRow> deleted = new ArrayList<>();

    /** All rows of a collection of a simulated cluster. */
    static List<TableRow> of(Simulated simulated, SimulatedAddress address, String path) {
        Tables tables = new Tables();
        tables.list(simulated.tables(simulated.access(address)), path);
        return tables.rows;
    }

    public Answer<ListEnd> list(TableApi api, String path) {
        return api.list(new ListRequest(path, null, false), this);
    }

    public Answer<WatchEnd> watch(TableApi api, String path, String since) {
        return api.watch(new WatchRequest(path, since), this);
    }

    /** Rows that were listed, or have changed. */
    public List<TableRow> rows() {
        return rows;
    }

    public List<TableRow> deletedRows() {
        return deleted;
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
    public void received(long bytes) {}
}
