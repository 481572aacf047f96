package io.ansflow.inventory;

import java.util.List;
import java.util.Set;

/**
 * What the inventory knows of one kind of resource. A bean of this type is all it takes to add a kind: it is synced,
 * stored, listed and searched from then on.
 */
public interface ResourceKind {

    /** Names, and the columns of its own. */
    Kind kind();

    /** Other names that people use, in lower case, besides plural and singular: {@code po}. */
    Set<String> shortNames();

    /** Where the API serves it, the most recent version first; the first that the cluster knows is used. */
    List<ApiResource> apis();

    /** What the status of a resource is and means. */
    State state(Cells cells);

    /** Where it is offered among the others, the lowest first. */
    int order();

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

        /** The value under the heading, if it is a whole number; otherwise 0. */
        long number(String heading);

        /** Whether the resource is being deleted ({@code metadata.deletionTimestamp}). */
        boolean deleting();
    }
}
