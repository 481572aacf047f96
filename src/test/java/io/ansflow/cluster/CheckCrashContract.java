package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A process is killed while it makes checks that a person asked for: one that it has long claimed, and one that has only just
 * begun. The next process makes them, without being asked.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class CheckCrashContract {
    @TempDir
    private Path directory;

    /** A {@link CheckingProcess} on the database under test. */
    abstract OtherProcess start(Path data, String... servers) throws IOException;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void what_a_person_asked_for_is_checked_even_if_the_process_is_killed_at_it() throws Exception {
        try (SilentServer early = new SilentServer();
                SilentServer late = new SilentServer()) {
            try (OtherProcess killed = start(directory, early.address(), late.address())) {
                killed.awaitReport(CheckingProcess.REGISTERED);
                early.hold();
                late.hold();
                killed.signal();
                early.awaitHeld();
                killed.signal();
                late.awaitHeld();
            }
            int earlyBefore = early.refuse();
            int lateBefore = late.refuse();

            try (OtherProcess next = start(directory)) {
                next.awaitReport(CheckingProcess.CHECKED);
            }

            assertThat(early.connections()).isGreaterThan(earlyBefore);
            assertThat(late.connections()).isGreaterThan(lateBefore);
        }
    }
}
