package io.ansflow.kubernetes.http;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

/** Checks of servers that are not what they should be, over real sockets. */
@Timeout(60)
abstract class HostileServerChecks {
    static final String TOKEN = "secret-token-4711";
    static final String ALIVE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1", "localhost");

    @Nullable
    HostileServer server;

    @AfterEach
    void stop_the_server() {
        if (server != null) {
            server.close();
        }
    }

    Diagnosis check(HostileServer.Behaviour behaviour) {
        server = HostileServer.tls(SERVER, behaviour);
        return check(access(server.uri(), trust(), null, bearer()));
    }

    ClusterFailure failure(HostileServer.Behaviour behaviour) {
        return failure(check(behaviour));
    }

    ClusterFailure failure() {
        return failure(check(access(Objects.requireNonNull(server).uri(), trust(), null, bearer())));
    }

    Diagnosis check(ClusterAccess access) {
        return new ConnectionCheck(new HttpClusterApis(limits(true))).check(access, CheckProgress.NONE);
    }

    static ClusterFailure failure(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Failed.class);
        ClusterFailure failure = ((Failed) diagnosis).failure();
        assertCanBeTold(failure);
        return failure;
    }

    static String key(ClusterFailure failure) {
        return failure.code() + (failure.reason() == null ? "" : "." + failure.reason());
    }

    String name() {
        return "127.0.0.1:" + Objects.requireNonNull(server).port();
    }

    static URI http(HostileServer proxy) {
        return URI.create("http://127.0.0.1:" + proxy.port());
    }

    static ServerTrust trust() {
        return new ServerTrust(List.of(AUTHORITY.certificate()), null, true);
    }

    static ClientIdentity bearer() {
        return new ClientIdentity(Map.of("Authorization", "Bearer " + TOKEN), null, null);
    }

    static ClusterAccess access(URI server, ServerTrust trust, @Nullable URI proxy, ClientIdentity client) {
        return new ClusterAccess(server, trust, proxy, client);
    }

    /** How long a check waits for bytes; long where that is not what is tested, as the machine may be busy. */
    Duration readTimeout() {
        return Duration.ofSeconds(10);
    }

    HttpLimits limits(boolean allowLoopback) {
        Duration deadline = readTimeout().multipliedBy(3);
        return new HttpLimits(
                allowLoopback,
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                readTimeout(),
                readTimeout(),
                deadline,
                deadline,
                deadline,
                DataSize.ofMegabytes(1));
    }

    /** What makes slow bytes slow: less than the read timeout. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
