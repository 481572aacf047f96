package io.ansflow.inventory;

import static io.ansflow.testing.Needs.Part.CLUSTER;

import io.ansflow.testing.Needs;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;

@Needs(CLUSTER)
class SyncCrashH2Test extends SyncCrashContract {
    @Override
    OtherProcess start(Path data) throws IOException {
        return SyncingProcess.start(data, "jdbc:h2:file:" + data.resolve("ansflow"), "ansflow");
    }
}
