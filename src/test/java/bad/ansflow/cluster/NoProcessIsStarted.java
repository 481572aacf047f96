package bad.ansflow.cluster;

import java.io.IOException;

class NoProcessIsStarted {
    Process builder() throws IOException {
        return new ProcessBuilder("true").start();
    }

    Process runtime() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
    }
}
