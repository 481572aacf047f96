package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.routing;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** A server that answers as it is told, and what asks it. */
@Timeout(60)
abstract class AskedServerTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1");

    static HostileServer server(Function<String, String> answers) {
        return HostileServer.tls(SERVER, routing(answers::apply));
    }

    static ClusterApi open(URI server) {
        return open(server, Duration.ofSeconds(30));
    }

    static ClusterApi open(URI server, Duration deadline) {
        Duration patience = Duration.ofSeconds(10);
        var limits = TestLimits.each(patience, deadline);
        var access = new ClusterAccess(
                server,
                new ServerTrust(List.of(AUTHORITY.certificate()), null, true),
                null,
                new ClientIdentity(Map.of("Authorization", "Bearer abc"), null, null));
        return new HttpClusterApis(limits).open(access, CheckProgress.NONE);
    }

    static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }

    static String table(String metadata, int rows) {
        return "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{" + metadata
                + "},\"columnDefinitions\":[{\"name\":\"Name\"}],\"rows\":["
                + IntStream.range(0, rows)
                        .mapToObj(i -> "{\"cells\":[\"row-" + i + "\",0,null],\"object\":null}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
