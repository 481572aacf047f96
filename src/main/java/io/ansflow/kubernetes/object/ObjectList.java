package io.ansflow.kubernetes.object;

import java.util.List;

/**
 * Objects of one type.
 *
 * @param items in the API server's order
 * @param complete false if there are more than were wanted
 */
public record ObjectList(List<KubeObject> items, boolean complete) {
    public ObjectList {
        items = List.copyOf(items);
    }
}
