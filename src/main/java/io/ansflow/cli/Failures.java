package io.ansflow.cli;

import io.ansflow.cluster.InvalidCluster;
import io.ansflow.cluster.TooManySaves;
import io.ansflow.security.InvalidUser;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence, on standard error, why a command could not be understood or did not do its work. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        terminal.tell(sentence(problem));
        terminal.tell(terminal.text(
                "cli.usage.help", problem.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        log.debug("{} failed", command.getCommandName(), problem);
        terminal.tell(
                switch (problem) {
                    case Problem known -> terminal.text(known.text());
                    case InvalidCluster invalid -> terminal.text(invalid.text());
                    case TooManySaves others -> terminal.text(others.text());
                    case InvalidUser invalid -> terminal.text(invalid.text());
                    default -> terminal.text("cli.error.unexpected", problem.toString());
                });
        return ExitCode.SOFTWARE;
    }

    private String sentence(ParameterException problem) {
        return switch (problem) {
            case UsageProblem known -> terminal.text(known.text());
            case MissingParameterException missing
            when isChoice(missing.getMissing()) -> terminal.text("cli.usage.choose", names(missing.getMissing()));
            case MissingParameterException missing -> terminal.text("cli.usage.missing", names(missing.getMissing()));
            case MutuallyExclusiveArgsException exclusive -> terminal.text("cli.usage.exclusive");
            case UnmatchedArgumentException unmatched ->
                terminal.text("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
            default -> invalid(problem);
        };
    }

    private String invalid(ParameterException problem) {
        if (problem.getArgSpec() == null) {
            return terminal.text("cli.usage.invalid", "");
        }
        String argument = name(problem.getArgSpec());
        return problem.getValue() == null
                ? terminal.text("cli.usage.invalid", argument)
                : terminal.text("cli.usage.invalid.value", argument, problem.getValue());
    }

    private static boolean isChoice(List<ArgSpec> arguments) {
        return arguments.size() > 1 && arguments.stream().allMatch(argument -> argument.group() != null);
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(Failures::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
