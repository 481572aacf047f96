package io.ansflow.kubernetes.auth;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks methods of authentication for their answer. */
final class Methods {
    static final String SERVER = "https://10.0.0.1:6443";

    private Methods() {}

    static ClusterAccess access(AuthMethod method, @Nullable String server, Map<String, String> values) {
        return access(method, new AuthInput(server, values, true));
    }

    static ClusterAccess access(AuthMethod method, AuthInput input) {
        Answer<ClusterAccess> answer = method.access(input);
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<ClusterAccess>) answer).value();
    }

    static ClusterFailure failure(AuthMethod method, @Nullable String server, Map<String, String> values) {
        Answer<ClusterAccess> answer = method.access(new AuthInput(server, values, true));
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        ClusterFailure failure = ((Answer.Failed<ClusterAccess>) answer).failure();
        assertCanBeTold(failure);
        return failure;
    }

    /** Code, reason and field in one line. */
    static String described(ClusterFailure failure) {
        return failure.code() + "." + failure.reason() + " in " + failure.field();
    }
}
