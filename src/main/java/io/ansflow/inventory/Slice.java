package io.ansflow.inventory;

import java.util.List;

/**
 * Some of the resources that a query found, in its order wherever they are in it.
 *
 * @param more whether there are more in the direction that was read: after these for {@link Position.First} and
 *     {@link Position.After}, before these for {@link Position.Last} and {@link Position.Before}
 */
public record Slice(List<Resource> resources, boolean more) {
    public Slice {
        resources = List.copyOf(resources);
    }
}
