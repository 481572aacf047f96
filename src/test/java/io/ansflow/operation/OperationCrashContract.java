package io.ansflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A process was killed in the middle of an operation; this one starts afterwards on the same database. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "ansflow.checks.scheduled=false",
            "ansflow.sync.scheduled=false",
            "ansflow.operations.lease=2s",
            "ansflow.jobs.shutdown-wait=1s"
        })
@Import(OperationCrashContract.Kinds.class)
@WithMockUser(roles = "VIEWER")
abstract class OperationCrashContract {
    @Autowired
    Operations operations;

    @Autowired
    CrashingProcess.Kind kind;

    @TestConfiguration
    static class Kinds {
        @Bean
        CrashingProcess.Kind crashKind(@Value("${ansflow.data}") Path directory) {
            return new CrashingProcess.Kind(directory);
        }
    }

    /** Lets a process crash, and has this one begin with what it left. */
    static void crash(DynamicPropertyRegistry registry, Path data, String url, String user) {
        try {
            CrashingProcess.run(data, url, user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry.add("ansflow.data", data::toString);
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> user);
    }

    static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("ansflow-crash");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void it_goes_on_where_the_other_was_killed() throws Exception {
        Operation operation = operations.recent(Long.MAX_VALUE, 10).getFirst();
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> operations.find(operation.id()).orElseThrow().ended());
        assertThat(operations.items(operation.id()))
                .hasSize(5)
                .extracting(OperationItem::state)
                .containsOnly(ItemState.DONE);
        List<String> tried = OtherProcess.reports(kind.directory());
        assertThat(tried.subList(0, 3)).containsExactly("a", "b", "c");
        assertThat(tried.subList(3, 6)).containsExactlyInAnyOrder("c again", "d", "e");
    }
}
