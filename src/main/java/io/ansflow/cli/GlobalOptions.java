package io.ansflow.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            scope = ScopeType.INHERIT)
    private OutputFormat output = OutputFormat.TABLE;

    /** The data directory, absolute: the option, the environment's {@code ANSFLOW_DATA}, or {@code ./data}. */
    Path dataDirectory(Map<String, String> environment) {
        String otherwise = environment.getOrDefault("ANSFLOW_DATA", "");
        Path directory = data != null ? data : Path.of(otherwise.isEmpty() ? "data" : otherwise);
        return directory.toAbsolutePath().normalize();
    }

    boolean json() {
        return output == OutputFormat.JSON;
    }
}
