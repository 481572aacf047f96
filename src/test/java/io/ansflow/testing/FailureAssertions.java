package io.ansflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Messages;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.Locale;

/** What holds for every failure of a cluster, whatever it is. */
public final class FailureAssertions {
    private static final Messages MESSAGES = new Messages();

    private FailureAssertions() {}

    /** It can be told in every language, with a value for every placeholder of its texts. */
    public static void assertCanBeTold(ClusterFailure failure) {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(MESSAGES.get(language, failure.message())).doesNotContainPattern("\\{\\d}");
            assertThat(MESSAGES.get(language, failure.remedy())).doesNotContainPattern("\\{\\d}");
        }
    }
}
