package io.ansflow.kubernetes.object;

/**
 * Which objects are wanted.
 *
 * @param namespace empty for all
 * @param labelSelector in the syntax of the API: {@code app=web,tier in (a,b)}; empty for all
 * @param fieldSelector in the syntax of the API: {@code involvedObject.uid=…}; empty for all
 * @param limit how many at most, 1 to {@value #MAX}
 */
public record ListRequest(ResourceType type, String namespace, String labelSelector, String fieldSelector, int limit) {
    public static final int MAX = 5000;

    public ListRequest {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("A list has 1 to " + MAX + " objects, not " + limit);
        }
    }

    public static ListRequest of(ResourceType type, String namespace, int limit) {
        return new ListRequest(type, namespace, "", "", limit);
    }

    public ListRequest labels(String selector) {
        return new ListRequest(type, namespace, selector, fieldSelector, limit);
    }

    public ListRequest fields(String selector) {
        return new ListRequest(type, namespace, labelSelector, selector, limit);
    }
}
