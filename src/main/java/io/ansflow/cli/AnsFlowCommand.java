package io.ansflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** {@code ansflow}: without a command it serves. */
@Command(name = "ansflow", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class)
final class AnsFlowCommand implements Callable<Integer> {
    @Mixin
    private final DemoOptions demo = new DemoOptions();

    private final CommandEnvironment environment;

    AnsFlowCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new ServeCommand(environment, demo).call();
    }
}
