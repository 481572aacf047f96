package io.ansflow.kubernetes;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.Diagnosis.Limited;
import io.ansflow.kubernetes.Diagnosis.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a check goes on, and what it concludes, when one of its questions fails. */
class ConnectionCheckTest {
    private static final ClusterFailure FORBIDDEN = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes");
    private static final ClusterFailure TIMEOUT = ClusterFailure.of(FailureCode.RESPONSE_TIMEOUT, "GET /nodes", "10");
    private static final ClusterFailure BROKEN =
            ClusterFailure.because(FailureCode.CONNECTION_FAILED, "reset", "10.0.0.1:6443");

    private final ScriptedApi api = new ScriptedApi();

    @Test
    void is_connected_when_everything_could_be_read() {
        Facts facts = ((Connected) check()).facts();
        assertThat(facts.version()).isEqualTo("v1.33.2");
        assertThat(facts.user()).isEqualTo("admin");
        assertThat(facts.namespaces()).isEqualTo(4);
        assertThat(facts.nodes()).isEqualTo(new NodeCount(3, 2));
        assertThat(facts.podsTotal()).isEqualTo(20);
        assertThat(facts.podsRunning()).isEqualTo(17);
        assertThat(facts.roundTrip()).isPositive();
        assertThat(api.closed).isTrue();
    }

    @Test
    void is_connected_where_the_cluster_does_not_say_who_we_are() {
        api.answers.put("user", Answer.of(Optional.empty()));
        assertThat(((Connected) check()).facts().user()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void fails_with_whatever_the_version_failed_with(FailureCode code) {
        api.answers.put("version", Answer.failed(ClusterFailure.of(code, "a", "b", "c", "d", "e", "f")));
        Diagnosis diagnosis = check();
        assertThat(diagnosis).isInstanceOf(Failed.class);
        assertThat(diagnosis.reachability()).isEqualTo(code.reachability());
        assertCanBeTold(((Failed) diagnosis).failure());
        assertThat(api.asked).containsExactly("version");
        assertThat(api.closed).isTrue();
    }

    @Test
    void is_limited_by_what_is_forbidden_and_reads_the_rest() {
        api.answers.put("nodes", Answer.failed(FORBIDDEN));
        Limited limited = (Limited) check();
        assertThat(limited.limits()).containsExactly(FORBIDDEN);
        assertThat(limited.facts().nodes()).isNull();
        assertThat(limited.facts().namespaces()).isEqualTo(4);
        assertThat(limited.facts().podsRunning()).isEqualTo(17);
    }

    @Test
    void is_limited_by_a_slow_answer_which_does_not_hide_that_the_cluster_answers() {
        api.answers.put("nodes", Answer.failed(TIMEOUT));
        Limited limited = (Limited) check();
        assertThat(limited.limits()).containsExactly(TIMEOUT);
        assertThat(limited.facts().version()).isEqualTo("v1.33.2");
        assertThat(limited.facts().podsTotal()).isEqualTo(20);
    }

    @Test
    void asks_nothing_more_after_the_deadline() {
        var deadline = ClusterFailure.because(FailureCode.RESPONSE_TIMEOUT, ClusterFailure.DEADLINE, "GET /pods");
        api.answers.put("namespaces", Answer.failed(TIMEOUT));
        api.answers.put("nodes", Answer.failed(deadline));
        Limited limited = (Limited) check();
        assertThat(limited.limits()).containsExactly(TIMEOUT, deadline);
        assertThat(api.asked).endsWith("nodes");
    }

    @Test
    void asks_nothing_more_on_a_broken_connection() {
        api.answers.put("namespaces", Answer.failed(BROKEN));
        Limited limited = (Limited) check();
        assertThat(limited.limits()).containsExactly(BROKEN);
        assertThat(limited.facts().nodes()).isNull();
        assertThat(api.asked).endsWith("namespaces");
    }

    @Test
    void says_once_what_is_forbidden_and_does_not_ask_for_the_same_again() {
        var pods = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods");
        api.answers.put("podsTotal", Answer.failed(pods));
        assertThat(((Limited) check()).limits()).containsExactly(pods);
        assertThat(api.asked).endsWith("podsTotal");
    }

    @Test
    void keeps_the_total_when_only_the_running_pods_cannot_be_counted() {
        api.answers.put("podsRunning", Answer.failed(TIMEOUT));
        Facts facts = ((Limited) check()).facts();
        assertThat(facts.podsTotal()).isEqualTo(20);
        assertThat(facts.podsRunning()).isNull();
    }

    @Test
    void fails_when_the_credential_is_refused_midway() {
        var unauthorized = ClusterFailure.of(FailureCode.UNAUTHORIZED, "10.0.0.1:6443");
        api.answers.put("nodes", Answer.failed(unauthorized));
        Diagnosis diagnosis = check();
        assertThat(diagnosis).isInstanceOf(Failed.class);
        assertThat(((Failed) diagnosis).failure()).isEqualTo(unauthorized);
        assertThat(diagnosis.reachability()).isEqualTo(Reachability.UNAUTHORIZED);
        assertThat(api.asked).endsWith("nodes");
    }

    @Test
    void fails_when_the_cluster_takes_us_for_nobody() {
        api.answers.put("user", Answer.of(Optional.of("system:anonymous")));
        Diagnosis diagnosis = check();
        assertThat(diagnosis.reachability()).isEqualTo(Reachability.UNAUTHORIZED);
        ClusterFailure failure = ((Failed) diagnosis).failure();
        assertThat(failure).isEqualTo(ClusterFailure.because(FailureCode.UNAUTHORIZED, "anonymous"));
        assertCanBeTold(failure);
        assertThat(api.asked).endsWith("user");
    }

    @Test
    void stages_go_forward_only_and_a_failed_check_ends_with_the_one_that_failed() {
        api.stages = List.of(Stage.ADDRESS, Stage.DNS, Stage.TCP, Stage.DNS, Stage.TCP, Stage.TLS);
        api.answers.put("version", Answer.failed(ClusterFailure.of(FailureCode.TLS_FAILED, "a", "b")));
        List<Stage> entered = new ArrayList<>();
        Diagnosis diagnosis = new ConnectionCheck(api).check(access(), entered::add);
        assertThat(entered).containsExactly(Stage.ADDRESS, Stage.DNS, Stage.TCP, Stage.TLS);
        assertThat(diagnosis.trace().steps()).extracting(Step::stage).isEqualTo(entered);
        assertThat(diagnosis.trace().bytes()).isEqualTo(42);
    }

    @Test
    void a_cancelled_check_is_no_diagnosis_and_leaves_nothing_open() {
        api.cancelled = true;
        assertThatThrownBy(this::check).isInstanceOf(CancellationException.class);
        assertThat(api.closed).isTrue();
    }

    private Diagnosis check() {
        return new ConnectionCheck(api).check(access(), CheckProgress.NONE);
    }

    private static ClusterAccess access() {
        return new ClusterAccess(
                URI.create("https://10.0.0.1:6443"),
                new ServerTrust(List.of(), null, true),
                null,
                new ClientIdentity(Map.of(), null, null));
    }

    /** Answers what it was told to, and remembers what it was asked. */
    private static final class ScriptedApi implements ClusterApis, ClusterApi {
        private final Map<String, Answer<?>> answers = new HashMap<>(Map.of(
                "version", Answer.of("v1.33.2"),
                "user", Answer.of(Optional.of("admin")),
                "namespaces", Answer.of(4L),
                "nodes", Answer.of(new NodeCount(3, 2)),
                "podsTotal", Answer.of(20L),
                "podsRunning", Answer.of(17L)));

        private final List<String> asked = new ArrayList<>();
        private List<Stage> stages = List.of();
        private CheckProgress progress = CheckProgress.NONE;
        private boolean cancelled;
        private boolean closed;

        @Override
        public ClusterApi open(ClusterAccess access, CheckProgress progress) {
            this.progress = progress;
            return this;
        }

        @Override
        public Answer<String> version() {
            stages.forEach(progress::entered);
            return ask("version");
        }

        @Override
        public Answer<Optional<String>> user() {
            return ask("user");
        }

        @Override
        public Answer<Long> namespaces() {
            return ask("namespaces");
        }

        @Override
        public Answer<NodeCount> nodes() {
            return ask("nodes");
        }

        @Override
        public Answer<Long> podsTotal() {
            return ask("podsTotal");
        }

        @Override
        public Answer<Long> podsRunning() {
            return ask("podsRunning");
        }

        @Override
        public long bytesReceived() {
            return 42;
        }

        @Override
        public void close() {
            closed = true;
        }

        @SuppressWarnings("unchecked") // The script has an answer of the right type for every question.
        private <T> Answer<T> ask(String question) {
            asked.add(question);
            if (cancelled) {
                throw new CancellationException();
            }
            return (Answer<T>) answers.getOrDefault(question, Answer.failed(BROKEN));
        }
    }
}
