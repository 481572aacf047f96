package io.ansflow.cluster;

import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;

class CheckCrashH2Test extends CheckCrashContract {
    @Override
    OtherProcess start(Path data, String... servers) throws IOException {
        String url = "jdbc:h2:file:" + data.resolve("ansflow") + ";AUTO_SERVER=TRUE";
        return CheckingProcess.start(data, url, "ansflow", servers);
    }
}
