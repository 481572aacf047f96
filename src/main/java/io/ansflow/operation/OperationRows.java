package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of operations and of their items. */
final class OperationRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OperationRows() {}

    /** Without the numbers of its items, which are in other rows. */
    static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                new OperationId(row.getLong("id")),
                row.getString("kind"),
                text(row, "title"),
                row.getString("actor"),
                StoredTimes.read(row, "requested_at"),
                StoredTimes.readNullable(row, "ended_at"),
                Map.of());
    }

    static OperationItem item(ResultSet row) throws SQLException {
        ItemState state = ItemState.valueOf(row.getString("state"));
        return new OperationItem(
                row.getInt("place"),
                target(row),
                row.getString("cluster_name"),
                text(row, "what"),
                state,
                state.open() ? null : failure(row),
                StoredTimes.readNullable(row, "begun_at"),
                StoredTimes.readNullable(row, "ended_at"));
    }

    static Target target(ResultSet row) throws SQLException {
        return new Target(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("kind"),
                row.getString("namespace"),
                row.getString("name"),
                row.getString("uid"));
    }

    static Text text(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), Text.class);
    }

    static @Nullable ClusterFailure failure(ResultSet row) throws SQLException {
        String json = row.getString("failure");
        return json == null ? null : JSON.readValue(json, ClusterFailure.class);
    }
}
