package io.ansflow.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.operation.Target;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.HostileServer.Connection;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestAuthority;
import io.ansflow.workload.Pods.LogQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Following a log without an end, over a real connection. */
@Needs(Needs.Part.CLUSTER)
class FollowedLogTest extends RealClusterTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final LogQuery FOLLOW = new LogQuery("app", false, null, 100, true, false);

    @Autowired
    Pods pods;

    @TempDir
    Path directory;

    private final AtomicBoolean silent = new AtomicBoolean();
    private final CountDownLatch clientGone = new CountDownLatch(1);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    private HostileServer server;
    private Target pod;

    @BeforeEach
    void start_the_server() {
        server = HostileServer.tls(AUTHORITY.issue("CN=server", "127.0.0.1"), this::serve);
        var stub = new RealCluster(
                server.uri().toString(), TestAuthority.pem(AUTHORITY.certificate()), "", "", "", "", "", "");
        ClusterId endless = registered("endless-" + server.port(), stub, "token", Environment.TESTING);
        pod = new Target(endless, "pods", "shop", "web-1", "u1");
    }

    @AfterEach
    void stop_the_server() {
        server.close();
    }

    @Test
    void leaving_a_log_that_goes_on_ends_its_connection_and_its_threads() throws Exception {
        Thread follower = follow();
        eventually().untilAsserted(() -> assertThat(lines).hasSizeGreaterThan(100));

        follower.interrupt();

        assertGone(follower);
    }

    @Test
    void leaving_a_log_that_says_nothing_ends_its_connection_and_its_threads() throws Exception {
        silent.set(true);
        Thread follower = follow();
        eventually().untilAsserted(() -> assertThat(lines).containsExactly("started"));

        follower.interrupt();

        assertGone(follower);
    }

    @Test
    void whoever_has_no_role_follows_nothing() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("nobody", null, List.of()));
        assertThatThrownBy(() -> pods.log(pod, FOLLOW, lines::add)).isInstanceOf(AccessDeniedException.class);
        assertThat(server.requests()).noneMatch(request -> request.contains("/pods/"));
    }

    private Thread follow() {
        return Thread.ofVirtual().name("follower").start(new DelegatingSecurityContextRunnable(() -> {
            try {
                var _ = pods.log(pod, FOLLOW, lines::add);
            } catch (CancellationException e) {
                end.set(e);
            }
        }));
    }

    private void assertGone(Thread follower) throws Exception {
        follower.join();
        assertThat(end.get()).isInstanceOf(CancellationException.class);
        clientGone.await();
        eventually().untilAsserted(() -> assertThat(threads()).doesNotContain("ask-127.0.0.1"));
    }

    /** Virtual threads are in no other list. */
    private String threads() throws IOException {
        Path dump = Files.createTempDirectory(directory, "dump").resolve("threads");
        ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(dump);
    }

    private void serve(Connection connection) throws IOException {
        for (String request = connection.request(); request != null; request = connection.request()) {
            if (!request.contains("/log?")) {
                connection.send(HostileServer.json(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-1\",\"uid\":\"u1\"}}"));
                continue;
            }
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.send(chunk("started\n"));
            try {
                if (silent.get()) {
                    // Ends when the client does.
                    connection.request();
                } else {
                    for (int number = 0; ; number++) {
                        connection.send(chunk("line " + number + "\n"));
                    }
                }
            } finally {
                clientGone.countDown();
            }
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
