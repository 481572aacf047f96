package io.ansflow.operation;

import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Needs(MARIADB)
class OperationCrashMariaDbTest extends OperationCrashContract {
    @DynamicPropertySource
    static void crash(DynamicPropertyRegistry registry) {
        MariaDb database = MariaDb.create();
        crash(registry, temporaryDirectory(), database.url(), database.user());
    }
}
