package io.ansflow.namespace;

import io.ansflow.base.Text;
import java.util.List;

/** How far the deletion of a namespace is. */
public sealed interface NamespaceEnd {
    /**
     * Being deleted.
     *
     * @param holders what holds it, one sentence each; none as long as the cluster has not looked
     */
    record Terminating(List<Text> holders) implements NamespaceEnd {
        public Terminating {
            holders = List.copyOf(holders);
        }
    }

    /** There, and not being deleted. */
    record Alive() implements NamespaceEnd {}

    /** It does not exist any longer. */
    record Gone() implements NamespaceEnd {}
}
