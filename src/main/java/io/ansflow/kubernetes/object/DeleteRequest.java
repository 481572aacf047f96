package io.ansflow.kubernetes.object;

import org.jspecify.annotations.Nullable;

/**
 * How something is deleted.
 *
 * @param uid of the object that is meant: one of the same name that was made since is left alone; null for any
 * @param resourceVersion that it must still have, or null
 * @param propagation what becomes of what it owns
 * @param graceSeconds for a pod to end by itself; 0 forgets it at once, null leaves it to the object
 */
public record DeleteRequest(
        @Nullable String uid,
        @Nullable String resourceVersion,
        Propagation propagation,
        @Nullable Long graceSeconds,
        WriteMode mode) {

    /** What becomes of the objects that a deleted one owns. */
    public enum Propagation {
        /** Deleted after it. */
        BACKGROUND,
        /** Deleted before it, which stays visible until then. */
        FOREGROUND,
        /** Kept, without owner. */
        ORPHAN
    }

    /** Deletes the object of this uid, then what it owns. */
    public static DeleteRequest of(String uid) {
        return new DeleteRequest(uid, null, Propagation.BACKGROUND, null, WriteMode.PERSIST);
    }

    public DeleteRequest with(Propagation wanted) {
        return new DeleteRequest(uid, resourceVersion, wanted, graceSeconds, mode);
    }

    public DeleteRequest within(long seconds) {
        return new DeleteRequest(uid, resourceVersion, propagation, seconds, mode);
    }

    public DeleteRequest in(WriteMode wanted) {
        return new DeleteRequest(uid, resourceVersion, propagation, graceSeconds, wanted);
    }
}
