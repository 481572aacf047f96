package io.ansflow.cluster;

import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;

@Needs(MARIADB)
class CheckCrashMariaDbTest extends CheckCrashContract {
    private final MariaDb database = MariaDb.create();

    @Override
    OtherProcess start(Path data, String... servers) throws IOException {
        return CheckingProcess.start(data, database.url(), database.user(), servers);
    }
}
