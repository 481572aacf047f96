package io.ansflow.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** {@code --version}: the version in the jar's manifest, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
        return new String[] {"AnsFlow " + version + " (Java " + Runtime.version() + ")"};
    }
}
