package io.ansflow.namespace;

import java.util.Map;
import java.util.Optional;

/**
 * What a namespace shall be, and what it was when somebody decided so: only the difference is written.
 *
 * @param seen as it was when the edit began
 * @param labels all that it shall have
 * @param annotations all that it shall have
 * @param quota the new limits, or empty to leave the quota as it is
 * @param takeOver whether fields that others decided about become ours
 */
public record NamespaceEdit(
        NamespaceDetail seen,
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<Quota> quota,
        boolean takeOver) {
    public NamespaceEdit {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
