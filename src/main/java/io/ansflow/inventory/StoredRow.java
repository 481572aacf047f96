package io.ansflow.inventory;

import java.time.Instant;

/**
 * A resource as the table keeps it.
 *
 * @param cells values of the kind's columns by id, as JSON
 * @param labels lines of {@code key=value}, with a line break before the first and after each
 * @param owners as JSON
 * @param searchText see {@link SearchTerms}
 */
record StoredRow(
        String namespace,
        String name,
        String uid,
        String resourceVersion,
        Health health,
        String status,
        Instant createdAt,
        String cells,
        String labels,
        String owners,
        String searchText) {}
