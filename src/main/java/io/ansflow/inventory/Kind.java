package io.ansflow.inventory;

import java.util.List;

/**
 * What people see of a kind of resource.
 *
 * @param id {@code pods}
 * @param name as in manifests, not translated: {@code Pod}
 * @param namespaced whether its resources live in namespaces
 * @param columns its own, in order, besides namespace, name, status and age
 */
public record Kind(KindId id, String name, boolean namespaced, List<Column> columns) {
    public Kind {
        columns = List.copyOf(columns);
    }
}
