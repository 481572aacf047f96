package io.ansflow.inventory;

import static io.ansflow.testing.Needs.Part.CLUSTER;
import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;

@Needs({CLUSTER, MARIADB})
class SyncCrashMariaDbTest extends SyncCrashContract {
    private final MariaDb database = MariaDb.create();

    @Override
    OtherProcess start(Path data) throws IOException {
        return SyncingProcess.start(data, database.url(), database.user());
    }
}
