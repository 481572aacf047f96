package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;

/** Input that cannot be used; becomes the failure that an {@link AuthMethod} answers. */
final class Refusal extends Exception {
    private final transient ClusterFailure failure;

    Refusal(ClusterFailure failure) {
        super(failure.code() + " " + failure.reason(), null, false, false);
        this.failure = failure;
    }

    /** A credential that cannot be used as it is. */
    static Refusal credential(String reason, String... arguments) {
        return new Refusal(ClusterFailure.because(FailureCode.CREDENTIAL_INVALID, reason, arguments));
    }

    /** A server address that cannot be used. */
    static Refusal address(String reason, String... arguments) {
        return new Refusal(ClusterFailure.because(FailureCode.ADDRESS_NOT_ALLOWED, reason, arguments));
    }

    /** A kubeconfig that asks for something that is never done, or contradicts itself. */
    static Refusal kubeconfig(String reason, String... arguments) {
        return new Refusal(ClusterFailure.because(FailureCode.KUBECONFIG_REFUSED, reason, arguments));
    }

    ClusterFailure failure() {
        return failure;
    }

    /** Reads something of which {@code field} is to blame if it is refused, unless a more precise one is known. */
    static <T> T blaming(String field, Reading<T> reading) throws Refusal {
        try {
            return reading.read();
        } catch (Refusal e) {
            throw e.failure.field() == null ? new Refusal(e.failure.in(field)) : e;
        }
    }

    /** Turns a refusal into an answer. */
    static <T> Answer<T> answer(Reading<T> reading) {
        try {
            return Answer.of(reading.read());
        } catch (Refusal e) {
            return Answer.failed(e.failure);
        }
    }

    /** Makes something of input. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws Refusal;
    }
}
