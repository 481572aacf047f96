package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.util.function.Supplier;

/** Changes that are refused because a controller wrote a status in the same moment. */
final class Conflicts {
    private static final int TRIES = 5;

    private Conflicts() {}

    /** Reads, decides and writes anew as long as only the resourceVersion stands against it. */
    static <T> Answer<T> retried(Supplier<Answer<T>> work) {
        Answer<T> answer = work.get();
        for (int i = 1; i < TRIES && outdated(answer); i++) {
            answer = work.get();
        }
        return answer;
    }

    private static boolean outdated(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(ClusterFailure failure)
                && failure.code() == FailureCode.CONFLICT
                && failure.reason() == null;
    }
}
