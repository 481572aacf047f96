package io.ansflow.inventory;

import java.util.List;
import java.util.Set;

/**
 * What the inventory knows of one kind of resource. A bean of this type is all it takes to add a kind: it is synced,
 * stored, listed and searched from then on. Kinds are offered in the {@linkplain org.springframework.core.annotation.Order
 * order} of their beans.
 */
public interface ResourceKind {

    /** Names, and the columns of its own. */
    Kind kind();

    /** Other names that people use, in lower case, besides plural and singular: {@code po}. */
    Set<String> shortNames();

    /** Where the API serves it, the most recent version first; the first that the cluster knows is used. */
    List<ApiResource> apis();

    /** What the status of a resource is and means; not asked for one that is being deleted. */
    State state(Cells cells);

    /** The value of a column of its own; empty if there is none. */
    default String value(Column column, Cells cells) {
        return cells.text(column.heading());
    }

    /**
     * A place in the API.
     *
     * @param group empty for the core group
     * @param version {@code v1}
     * @param resource in the plural: {@code pods}
     */
    record ApiResource(String group, String version, String resource) {

        /** From the root of the API, over all namespaces. */
        public String path() {
            return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/" + resource;
        }
    }

    /**
     * The status of a resource.
     *
     * @param text as kubectl prints it; empty if the kind has none
     */
    record State(String text, Health health) {}

    /** One row of the API server's Table. */
    interface Cells {
        /** The value under the heading; empty if there is none, or it is one of the ways to say so. */
        String text(String heading);

        /** The whole number with which the value under the heading begins; 0 if there is none. */
        long number(String heading);
    }
}
