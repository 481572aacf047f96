package io.ansflow.inventory;

import io.ansflow.kubernetes.TableRow;

/**
 * Names a row among those of its kind and cluster.
 *
 * @param namespace empty for kinds without namespaces
 */
record RowKey(String namespace, String name) implements Comparable<RowKey> {
    static RowKey of(TableRow row) {
        return new RowKey(row.namespace(), row.name());
    }

    @Override
    public int compareTo(RowKey other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
    }
}
