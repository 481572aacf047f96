package io.ansflow.inventory;

import io.ansflow.kubernetes.TableRow;
import java.util.Comparator;

/**
 * Names a row among those of its kind and cluster.
 *
 * @param namespace empty for kinds without namespaces
 */
record RowKey(String namespace, String name) implements Comparable<RowKey> {
    private static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::namespace).thenComparing(RowKey::name);

    static RowKey of(TableRow row) {
        return new RowKey(row.namespace(), row.name());
    }

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
