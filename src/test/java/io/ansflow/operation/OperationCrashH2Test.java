package io.ansflow.operation;

import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OperationCrashH2Test extends OperationCrashContract {
    @DynamicPropertySource
    static void crash(DynamicPropertyRegistry registry) {
        Path data = temporaryDirectory();
        crash(registry, data, "jdbc:h2:file:" + data.resolve("ansflow"), "ansflow");
    }
}
