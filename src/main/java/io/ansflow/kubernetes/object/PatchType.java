package io.ansflow.kubernetes.object;

/** How a patch is read. */
public enum PatchType {
    /** RFC 7396: null removes, lists are replaced. */
    MERGE,
    /** The API's own: lists are merged by their keys. Types that are not built in know none. */
    STRATEGIC
}
