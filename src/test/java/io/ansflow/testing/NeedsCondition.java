package io.ansflow.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test that {@link Needs} parts of its machine runs, is skipped, or fails. */
public class NeedsCondition implements ExecutionCondition {
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
        List<Needs.Part> missing = needs.stream()
                .flatMap(annotation -> Arrays.stream(annotation.value()))
                .filter(part -> !present(part))
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything is there");
        }
        String line = context.getDisplayName() + " needs " + missing + ", which this machine lacks";
        if (missing.stream().anyMatch(NeedsCondition::required)) {
            throw new IllegalStateException(line + ", and -Dansflow.require demands it");
        }
        System.err.println("SKIPPED " + line);
        return ConditionEvaluationResult.disabled(line);
    }

    /** The installed browser. */
    public static Path chromium() {
        return CHROMIUM.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static boolean present(Needs.Part part) {
        return switch (part) {
            case BROWSER -> CHROMIUM.stream().map(Path::of).anyMatch(Files::isExecutable);
            case CLUSTER -> RealCluster.configured();
            case MARIADB ->
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64");
        };
    }

    private static boolean required(Needs.Part part) {
        String wanted = System.getProperty("ansflow.require", "");
        return Arrays.asList(wanted.toLowerCase(Locale.ROOT).split(","))
                .contains(part.name().toLowerCase(Locale.ROOT));
    }
}
