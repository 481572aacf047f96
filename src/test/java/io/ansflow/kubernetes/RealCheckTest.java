package io.ansflow.kubernetes;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.testing.RealCluster;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Checks against real API servers; subclasses say {@code @Needs(CLUSTER)} themselves. */
@SpringJUnitConfig
abstract class RealCheckTest {
    static final RealCluster CLUSTER = RealCluster.configured() ? RealCluster.first() : absent();
    static final RealCluster OTHER = RealCluster.configured() ? RealCluster.second() : absent();

    @Configuration
    @Import({ConnectionCheck.class, AuthMethods.class})
    @ComponentScan({"io.ansflow.kubernetes.auth", "io.ansflow.kubernetes.http"})
    static class KubernetesModule {}

    @Autowired
    ConnectionCheck check;

    @Autowired
    AuthMethods methods;

    static Map<String, String> token(String token) {
        return Map.of("token", token, "caCertificate", CLUSTER.ca());
    }

    ClusterAccess access(String method, @Nullable String server, Map<String, String> values) {
        return got(methods.find(method).orElseThrow().access(new AuthInput(server, values, true)));
    }

    static ClusterAccess got(Answer<ClusterAccess> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<ClusterAccess>) answer).value();
    }

    Diagnosis check(ClusterAccess access) {
        return check.check(access, CheckProgress.NONE);
    }

    static void assertConnected(Diagnosis diagnosis) {
        Facts facts = facts(diagnosis);
        assertThat(facts.version()).startsWith("v1.");
        assertThat(facts.roundTrip()).isPositive();
        assertThat(facts.namespaces()).isPositive();
        assertThat(facts.nodes()).isNotNull();
        assertThat(facts.podsTotal()).isNotNull();
        assertThat(facts.podsRunning()).isNotNull();
    }

    static Facts facts(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Connected.class);
        return ((Connected) diagnosis).facts();
    }

    static ClusterFailure assertFailed(Diagnosis diagnosis, FailureCode code, Reachability reachability) {
        assertThat(diagnosis).isInstanceOf(Failed.class);
        assertThat(diagnosis.reachability()).isEqualTo(reachability);
        ClusterFailure failure = ((Failed) diagnosis).failure();
        assertThat(failure.code()).isEqualTo(code);
        assertCanBeTold(failure);
        return failure;
    }

    static RealCluster absent() {
        return new RealCluster("", "", "", "", "", "", "", "");
    }
}
