package io.ansflow.cli;

import io.ansflow.base.Messages;
import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The command line. Reading it takes no application: help and wrong usage answer at once. Exit codes: 0 all well, 1
 * something failed, 2 wrong usage.
 */
public final class Cli {
    /** What Java makes of an argument's bytes that the locale has no characters for. */
    private static final char UNREADABLE = '\uFFFD';

    private Cli() {}

    /**
     * Runs the command that the arguments ask for, to its end; of {@code serve}, until the application is closed.
     *
     * @param application the class with the {@code @SpringBootApplication}
     * @return the exit code for the process
     */
    public static int run(Class<?> application, String... arguments) {
        Terminal terminal = Terminal.ofProcess(new Messages());
        if (Stream.of(arguments).anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
            terminal.tell(terminal.text("cli.usage.locale"));
            return CommandLine.ExitCode.USAGE;
        }
        var environment = new CommandEnvironment(terminal, new GlobalOptions(), new LocalApplication(application));
        return commandLine(environment, AuthOptions.installed()).execute(arguments);
    }

    static CommandLine commandLine(CommandEnvironment environment, AuthOptions authOptions) {
        Terminal terminal = environment.terminal();
        CommandLine add = new CommandLine(new ClusterAddCommand(environment, authOptions));
        authOptions.addTo(add.getCommandSpec(), terminal);
        CommandLine cluster = family("cluster")
                .addSubcommand(add)
                .addSubcommand(new ClusterListCommand(environment))
                .addSubcommand(new ClusterShowCommand(environment))
                .addSubcommand(new ClusterRemoveCommand(environment));
        CommandLine user = family("user").addSubcommand(new UserAddCommand(environment));
        CommandLine root = new CommandLine(new AnsFlowCommand(environment))
                .addMixin("options", environment.options())
                .addSubcommand(new ServeCommand(environment, new DemoOptions()))
                .addSubcommand(cluster)
                .addSubcommand(new TestConnectionCommand(environment))
                .addSubcommand(new SyncCommand(environment))
                .addSubcommand(new GetCommand(environment))
                .addSubcommand(new CreateTestClustersCommand(environment))
                .addSubcommand(user);
        Failures failures = new Failures(terminal);
        root.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setResourceBundle(new HelpTexts(terminal));
        return root;
    }

    private static CommandLine family(String name) {
        return new CommandLine(new CommandFamily()).setCommandName(name);
    }
}
