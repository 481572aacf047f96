package io.ansflow.inventory;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows by few statements: where each statement is a round trip, as with MySQL, these are most of what a
 * first sync takes (see {@code bench/README.md}).
 */
final class MultiRowInsert {
    private final String into;
    private final String row;
    private final int rowsAtOnce;
    private final String many;

    /**
     * @param columns of the table, in the order in which rows have their values
     * @param rowsAtOnce in one statement
     */
    MultiRowInsert(String table, String columns, int rowsAtOnce) {
        this.into = "insert into " + table + " (" + columns + ") values ";
        this.row = "(" + String.join(", ", Collections.nCopies(columns.split(",", -1).length, "?")) + ")";
        this.rowsAtOnce = rowsAtOnce;
        this.many = sql(rowsAtOnce);
    }

    void insert(JdbcTemplate jdbc, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += rowsAtOnce) {
            List<Object[]> some = rows.subList(from, Math.min(from + rowsAtOnce, rows.size()));
            Object[] values = some.stream().flatMap(Arrays::stream).toArray();
            jdbc.update(some.size() == rowsAtOnce ? many : sql(some.size()), values);
        }
    }

    private String sql(int rows) {
        return into + String.join(", ", Collections.nCopies(rows, row));
    }
}
