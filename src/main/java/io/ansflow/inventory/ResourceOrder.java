package io.ansflow.inventory;

/** In which order resources are wanted. What ties is ordered by namespace, cluster and name, or as it came. */
public record ResourceOrder(By by, boolean descending) {
    public static final ResourceOrder DEFAULT = new ResourceOrder(By.NAMESPACE, false);

    /** What decides first. */
    public enum By {
        /** Letter by letter, like all names. */
        NAMESPACE,
        NAME,
        /** The order in which clusters were registered. */
        CLUSTER,
        /** The worst first, unless descending. */
        HEALTH,
        /** The oldest first, unless descending. */
        CREATED
    }
}
