package io.ansflow.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a Table, with the metadata of its object as far as it is of use. Annotations and managed fields are not kept:
 * they are where copies of whole objects hide, values of Secrets among them.
 *
 * @param headings of all columns of the table
 * @param cells in the order of the headings; null where there is no value
 * @param namespace empty for resources without
 * @param createdAt {@code metadata.creationTimestamp}
 * @param deleting whether there is a {@code metadata.deletionTimestamp}
 */
public record TableRow(
        List<String> headings,
        List<@Nullable String> cells,
        String namespace,
        String name,
        String uid,
        String resourceVersion,
        @Nullable Instant createdAt,
        boolean deleting,
        Map<String, String> labels,
        List<OwnerReference> owners) {}
