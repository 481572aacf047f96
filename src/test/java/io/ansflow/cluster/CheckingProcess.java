package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of the application in which somebody asks for checks of two clusters, at which it is to be killed; or the one
 * after it, in which nobody asks for anything.
 */
final class CheckingProcess {
    static final String REGISTERED = "registered";
    static final String CHECKED = "checked";

    private final Path directory;
    private final Clusters clusters;

    private CheckingProcess(Path directory, Clusters clusters) {
        this.directory = directory;
        this.clusters = clusters;
    }

    /** Registers clusters at these addresses. Asks for a check of the first, then of the second, when it is told to. */
    static OtherProcess asking(Path directory, String first, String second) throws IOException {
        return OtherProcess.start(CheckingProcess.class, directory, first, second);
    }

    /** Waits until each cluster has been checked once more. */
    static OtherProcess waiting(Path directory) throws IOException {
        return OtherProcess.start(CheckingProcess.class, directory);
    }

    public static void main(String[] arguments) throws IOException {
        ApplicationContext application = OtherProcess.application(Map.of(), "--ansflow.data=" + arguments[0]);
        var process = new CheckingProcess(Path.of(arguments[0]), application.getBean(Clusters.class));
        if (arguments.length > 1) {
            process.ask(arguments[1], arguments[2], application.getBean(Durable.class));
        } else {
            process.await(application.getBean(JdbcClient.class));
        }
    }

    private void ask(String first, String second, Durable durable) throws IOException {
        ClusterId early = registered("early", first);
        ClusterId late = registered("late", second);
        OtherProcess.report(directory, REGISTERED);

        OtherProcess.awaitSignal();
        clusters.requestCheck(early);

        OtherProcess.awaitSignal();
        // Its job is on disk as it is now, claimed by this process, not as it was half a second ago.
        durable.flush();
        clusters.requestCheck(late);
        OtherProcess.awaitSignal();
    }

    private void await(JdbcClient database) throws IOException {
        // The killed process holds its lease for another minute; that minute is over.
        database.sql("update lease set expires_at = '2001-01-01 00:00:00'").update();

        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(5))
                .until(() -> clusters.list().stream()
                        .allMatch(cluster -> cluster.status().consecutiveFailures() > 1));
        OtherProcess.report(directory, CHECKED);
        OtherProcess.awaitSignal();
    }

    /** It does not answer, which is its first failure. */
    private ClusterId registered(String name, String server) {
        var draft = new ClusterDraft(
                name,
                "",
                ClusterType.STANDARD,
                Environment.TESTING,
                "default",
                false,
                server,
                "token",
                Map.of("token", "secret"),
                true);
        return ((SaveResult.Saved) clusters.register(draft, true, CheckProgress.NONE)).id();
    }
}
