package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.DraftBuilder;
import io.ansflow.testing.OtherProcess;
import io.ansflow.testing.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of the application that syncs the cluster which the one before it was killed at, writes down what is stored of
 * it then, and begins with a new one, at which it is to be killed.
 */
final class SyncingProcess {
    static final String BEGUN = "begun";
    static final String ENDED = "ended";

    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.main.lazy-initialization",
            true,
            "ansflow.jobs.server",
            false,
            "ansflow.checks.scheduled",
            false,
            "ansflow.sync.scheduled",
            false);

    private final Path directory;
    private final Clusters clusters;
    private final InventorySync sync;
    private final JdbcClient database;
    private final Durable durable;

    private SyncingProcess(
            Path directory, Clusters clusters, InventorySync sync, JdbcClient database, Durable durable) {
        this.directory = directory;
        this.clusters = clusters;
        this.sync = sync;
        this.database = database;
        this.durable = durable;
    }

    static OtherProcess start(Path directory, String url, String user) throws IOException {
        return OtherProcess.start(SyncingProcess.class, directory, url, user);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var application = OtherProcess.application(
                SETTINGS,
                "--ansflow.data=" + arguments[0],
                "--spring.datasource.url=" + arguments[1],
                "--spring.datasource.username=" + arguments[2]);
        new SyncingProcess(
                        Path.of(arguments[0]),
                        application.getBean(Clusters.class),
                        application.getBean(InventorySync.class),
                        application.getBean(JdbcClient.class),
                        application.getBean(Durable.class))
                .run();
    }

    private void run() throws IOException, InterruptedException {
        // The killed process holds its lease for another minute; that minute is over.
        database.sql("update lease set expires_at = '2001-01-01 00:00:00'").update();
        for (var cluster : clusters.list()) {
            sync.run(cluster.id(), false, progress -> {});
            Files.write(directory.resolve("stored"), stored(cluster.id()));
            clusters.delete(cluster.id(), cluster.name());
        }
        ClusterId next = registered();
        // It is the sync that is to be cut off, not the registration.
        durable.flush();

        OtherProcess.report(directory, BEGUN);
        sync.run(next, false, progress -> {});
        OtherProcess.report(directory, ENDED);
        TimeUnit.MINUTES.sleep(10);
    }

    /** The path of each kind, with what is stored of it below. */
    private List<String> stored(ClusterId cluster) {
        List<String> lines = new ArrayList<>();
        database.sql("select kind, path from kind_sync where cluster_id = ? and status = 'OK'")
                .param(cluster.value())
                .query(row -> {
                    lines.add(row.getString(2));
                    database.sql("select namespace, name, uid, resource_version from resource"
                                    + " where cluster_id = ? and kind = ?")
                            .params(cluster.value(), row.getString(1))
                            .query(found -> {
                                lines.add(" " + found.getString(1) + "/" + found.getString(2) + " " + found.getString(3)
                                        + " " + found.getString(4));
                            });
                });
        return lines;
    }

    private ClusterId registered() {
        RealCluster real = RealCluster.second();
        return DraftBuilder.draft("crash", real.server())
                .credential("token", real.token())
                .credential("caCertificate", real.ca())
                .register(clusters);
    }
}
