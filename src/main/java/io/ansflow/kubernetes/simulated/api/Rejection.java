package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/** What the simulated API server does not do, and why. Ends a request; the adapter makes an answer of it. */
public final class Rejection extends RuntimeException {
    private static final int MESSAGE_LENGTH = 500;
    private static final int MOST_FIELDS = 8;
    private static final int FIELDS_LENGTH = 500;

    private final transient ClusterFailure failure;

    public Rejection(ClusterFailure failure) {
        super(failure.code().name(), null, false, false);
        this.failure = failure;
    }

    public ClusterFailure failure() {
        return failure;
    }

    static Rejection notFound(String object) {
        return new Rejection(ClusterFailure.of(FailureCode.NOT_FOUND, object));
    }

    /** A type that is not served. */
    static Rejection notServed(String resource) {
        return new Rejection(ClusterFailure.because(FailureCode.NOT_FOUND, "api", resource));
    }

    static Rejection exists(ObjectRef ref) {
        return new Rejection(ClusterFailure.of(FailureCode.ALREADY_EXISTS, ref.toString()));
    }

    static Rejection forbidden(String verb, String resource) {
        return new Rejection(ClusterFailure.of(FailureCode.FORBIDDEN, verb, resource));
    }

    static Rejection conflict(ObjectRef ref, String message) {
        return new Rejection(ClusterFailure.of(FailureCode.CONFLICT, ref.toString(), message));
    }

    /** Others decide about fields that were applied. */
    static Rejection ownedByOthers(ObjectRef ref, List<Ownership.Conflict> conflicts) {
        String managers =
                conflicts.stream().map(Ownership.Conflict::manager).distinct().collect(Collectors.joining(", "));
        String fields = conflicts.stream()
                .limit(MOST_FIELDS)
                .map(Ownership.Conflict::field)
                .collect(Collectors.joining(", "));
        String all = conflicts.size() > MOST_FIELDS ? fields + ", …" : fields;
        return new Rejection(ClusterFailure.because(
                FailureCode.CONFLICT,
                "owner",
                ref.toString(),
                managers,
                all.substring(0, Math.min(all.length(), FIELDS_LENGTH))));
    }

    static Rejection replaced(ObjectRef ref) {
        return new Rejection(ClusterFailure.because(FailureCode.CONFLICT, "replaced", ref.toString()));
    }

    /** Of a Secret only the fields are named: messages may repeat values. */
    static Rejection invalid(ObjectRef ref, String message, String fields) {
        String shown = ref.type().plural().equals("secrets") ? fields : message;
        return new Rejection(ClusterFailure.of(FailureCode.INVALID, ref.toString(), cut(shown)));
    }

    static Rejection refused(ObjectRef ref, String reason, String message) {
        return new Rejection(ClusterFailure.because(FailureCode.REFUSED, reason, ref.toString(), cut(message)));
    }

    static Rejection terminating(ObjectRef ref) {
        return new Rejection(ClusterFailure.because(FailureCode.REFUSED, "terminating", ref.toString()));
    }

    static Rejection refused(ObjectRef ref, String message) {
        return new Rejection(ClusterFailure.of(FailureCode.REFUSED, ref.toString(), cut(message)));
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE_LENGTH
                ? message
                : message.substring(0, MESSAGE_LENGTH).strip() + "…";
    }
}
