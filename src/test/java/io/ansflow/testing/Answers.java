package io.ansflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;

/** What tests expect of answers. */
public final class Answers {
    private Answers() {}

    /** The value; fails if it is a failure. */
    public static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    /** The failure, which can be told; fails if it is a value. */
    public static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        ClusterFailure failure = ((Answer.Failed<?>) answer).failure();
        FailureAssertions.assertCanBeTold(failure);
        return failure;
    }
}
