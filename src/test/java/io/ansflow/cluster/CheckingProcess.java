package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Registers clusters at two addresses, and asks for a check of the first, then of the second, when it is told to; without
     * addresses, waits until each cluster has been checked once more.
     */
    static OtherProcess start(Path directory, String url, String user, String... servers) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(url, user));
        arguments.addAll(List.of(servers));
        return OtherProcess.start(CheckingProcess.class, directory, arguments.toArray(String[]::new));
    }

    public static void main(String[] arguments) throws IOException {
        ApplicationContext application = OtherProcess.application(
                Map.of(),
                "--ansflow.data=" + arguments[0],
                "--spring.datasource.url=" + arguments[1],
                "--spring.datasource.username=" + arguments[2]);
        var process = new CheckingProcess(Path.of(arguments[0]), application.getBean(Clusters.class));
        if (arguments.length > 3) {
            process.ask(arguments[3], arguments[4], application.getBean(Durable.class));
        } else {
            process.await(application.getBean(JdbcClient.class));
        }
    }

    private void ask(String first, String second, Durable durable) throws IOException {
        // Neither answers, which is its first failure.
        ClusterId early = DraftBuilder.draft("early", first).register(clusters);
        ClusterId late = DraftBuilder.draft("late", second).register(clusters);
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
}
