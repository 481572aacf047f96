package io.ansflow.cli;

import io.ansflow.security.Role;
import io.ansflow.security.UserName;
import io.ansflow.security.Users;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user add NAME --role ROLE}: the first password is printed once, and has to be changed at the first login. */
@Command(name = "add")
final class UserAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE")
    private Role role = Role.VIEWER;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    private final CommandEnvironment environment;

    UserAddCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    /** @param password null if it was not made here */
    private record Added(String user, Role role, @Nullable String password) {}

    @Override
    public Integer call() throws Exception {
        String given = passwordFile == null
                ? null
                : InputFile.read(passwordFile).lines().findFirst().orElse("");
        return environment.withServices(services -> {
            UserName user = new UserName(name);
            String first = services.getBean(Users.class).add(user, role, given);
            Added added = new Added(user.value(), role, given == null ? first : null);
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), added);
            } else {
                print(added);
            }
            return ExitCode.OK;
        });
    }

    private void print(Added added) {
        Terminal terminal = environment.terminal();
        Details details = new Details(terminal);
        details.add("cli.column.user", added.user());
        details.add("cli.column.role", terminal.text("role." + added.role()));
        if (added.password() != null) {
            details.add("cli.column.password", added.password());
        }
        details.print();
        terminal.tell(terminal.text(added.password() == null ? "cli.user.added.given" : "cli.user.added"));
    }
}
