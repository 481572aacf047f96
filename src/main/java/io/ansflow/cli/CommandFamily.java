package io.ansflow.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cluster} or {@code user}: nothing without a second word. */
@Command
final class CommandFamily implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** @throws UsageProblem always */
    @Override
    public Integer call() {
        CommandSpec family = Objects.requireNonNull(spec);
        throw new UsageProblem(
                family.commandLine(),
                "cli.usage.subcommand",
                family.qualifiedName(),
                String.join(", ", family.subcommands().keySet()));
    }
}
