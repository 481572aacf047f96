package io.ansflow.workload;

import io.ansflow.base.Text;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** A YAML text that cannot be read. Its message repeats nothing of the text, which may hold secrets. */
final class Unreadable extends Exception {
    private final transient ManifestProblem problem;

    Unreadable(@Nullable Mark mark, Text text) {
        super(text.key());
        this.problem = mark == null
                ? new ManifestProblem(0, 0, text)
                : new ManifestProblem(mark.getLine() + 1, mark.getColumn() + 1, text);
    }

    ManifestProblem problem() {
        return problem;
    }
}
