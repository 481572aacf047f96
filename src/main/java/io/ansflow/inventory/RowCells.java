package io.ansflow.inventory;

import io.ansflow.inventory.ResourceKind.Cells;
import io.ansflow.kubernetes.TableRow;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of a row, by the headings of its table. */
record RowCells(List<String> headings, List<@Nullable String> values) implements Cells {
    private static final Set<String> NOTHING = Set.of("<none>", "<unset>", "<unknown>", "<nil>");

    static Cells of(TableRow row) {
        return new RowCells(row.headings(), row.cells());
    }

    @Override
    public String text(String heading) {
        int column = headings.indexOf(heading);
        String value = column < 0 || column >= values.size() ? null : values.get(column);
        return value == null || NOTHING.contains(value) ? "" : value;
    }

    @Override
    public long number(String heading) {
        String value = text(heading);
        int end = 0;
        while (end < value.length() && end < 18 && Character.digit(value.charAt(end), 10) >= 0) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(value, 0, end, 10);
    }
}
