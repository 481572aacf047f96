package io.ansflow.inventory;

import static io.ansflow.testing.Needs.Part.CLUSTER;
import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

@Needs({CLUSTER, MARIADB})
class SyncCrashMariaDbTest extends SyncCrashContract {
    private @Nullable MariaDb database;

    @Override
    Process start(Path data) throws IOException {
        MariaDb known = database == null ? MariaDb.create() : database;
        database = known;
        return SyncingProcess.start(data, known.url(), known.user());
    }
}
