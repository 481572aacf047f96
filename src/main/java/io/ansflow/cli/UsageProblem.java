package io.ansflow.cli;

import io.ansflow.base.Text;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Options that do not go together, in a way that only the command knows. */
final class UsageProblem extends ParameterException {
    private final transient Text text;

    UsageProblem(CommandLine command, String key, Object... arguments) {
        super(command, key);
        this.text = Text.of(key, arguments);
    }

    Text text() {
        return text;
    }
}
