package io.ansflow.inventory;

/** What has to be known of a stored row to tell whether it is still true. */
final class KnownRow {
    /** Negative as long as the row is not written. */
    long id;

    private final String uid;
    private final String resourceVersion;
    boolean seen;

    KnownRow(long id, String uid, String resourceVersion) {
        this.id = id;
        this.uid = uid;
        this.resourceVersion = resourceVersion;
    }

    boolean is(String otherUid, String otherVersion) {
        return uid.equals(otherUid) && resourceVersion.equals(otherVersion);
    }
}
