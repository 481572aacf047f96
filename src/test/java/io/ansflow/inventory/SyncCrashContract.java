package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.OtherProcess;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Processes are killed in the middle of the first sync of a cluster, at random moments; what the next sync leaves is what the
 * cluster has, object by object.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class SyncCrashContract {
    /** Each takes as long as an application takes to start: {@code -Dansflow.kills=20} asks for more of them. */
    private static final int KILLS = Integer.getInteger("ansflow.kills", 2);

    private static final int CONFIG_MAPS = 300;
    private static final int LONGEST_MILLIS = 1_500;
    private static final long SEED = 20;

    @TempDir
    Path directory;

    abstract OtherProcess start(Path data) throws IOException;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void however_often_it_is_killed_the_next_sync_makes_it_the_cluster() throws Exception {
        try (TestNamespace namespace = new TestNamespace(RealCluster.second())) {
            for (int number = 0; number < CONFIG_MAPS; number++) {
                namespace.api().create("/api/v1/namespaces/" + namespace.name() + "/configmaps", """
                        {"metadata":{"name":"settings-%d"}}""".formatted(number));
            }
            Random random = new Random(SEED);
            int killedInTheMiddle = 0;
            for (int round = 0; round <= KILLS; round++) {
                try (OtherProcess process = start(directory)) {
                    process.awaitReport(SyncingProcess.BEGUN);
                    if (round > 0) {
                        assertMirrors(namespace);
                    }
                    process.waitFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
                    killedInTheMiddle += process.kill().contains(SyncingProcess.ENDED) ? 0 : 1;
                }
            }
            assertThat(killedInTheMiddle).isPositive();
        }
    }

    /** Namespaces of other tests may be on their way out meanwhile. */
    private void assertMirrors(TestNamespace namespace) throws IOException {
        Map<String, Set<String>> stored = new LinkedHashMap<>();
        Set<String> rows = new TreeSet<>();
        for (String line : Files.readAllLines(directory.resolve("stored"))) {
            if (line.startsWith(" ")) {
                assertThat(rows.add(line.strip())).as(line).isTrue();
            } else {
                rows = stored.computeIfAbsent(line, path -> new TreeSet<>());
            }
        }
        assertThat(stored).hasSizeGreaterThan(10);
        stored.forEach((path, known) -> {
            Set<String> there = Listed.under(namespace.api(), path);
            known.removeIf(row -> ofOthers(row, namespace));
            there.removeIf(row -> ofOthers(row, namespace));
            assertThat(known).as(path).isEqualTo(there);
        });
    }

    private static boolean ofOthers(String row, TestNamespace namespace) {
        return row.contains("op-") && !row.contains(namespace.name());
    }
}
