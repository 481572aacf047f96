package io.ansflow.cli;

import io.ansflow.kubernetes.auth.AuthField;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of {@code cluster add} that the ways to authenticate ask for: made from {@link AuthMethod#fields()}, so that
 * a new way needs no change here.
 */
final class AuthOptions {
    private final AuthMethods methods;

    AuthOptions(AuthMethods methods) {
        this.methods = methods;
    }

    /** Those of every method in this program. Starts nothing: it makes the methods, which need nothing. */
    static AuthOptions installed() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AuthMethod.class));
        List<AuthMethod> methods = scanner.findCandidateComponents(AuthMethod.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(type -> (AuthMethod) BeanUtils.instantiateClass(type))
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
        return new AuthOptions(new AuthMethods(methods));
    }

    /** Adds the options to the command, each once, however many methods take it. */
    void addTo(CommandSpec command, Terminal terminal) {
        Map<String, List<String>> methodsByOption = methods.all().stream()
                .flatMap(method -> method.fields().stream().map(field -> Map.entry(field.option(), method.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, AuthField> fields = new LinkedHashMap<>();
        methods.all().forEach(method -> method.fields().forEach(field -> fields.putIfAbsent(field.option(), field)));
        fields.forEach((option, field) -> {
            String label = terminal.text("auth.field." + field.name() + ".label");
            String usedBy = String.join(", ", methodsByOption.getOrDefault(option, List.of()));
            String description = isFile(field)
                    ? terminal.text("cli.option.file", label, usedBy)
                    : terminal.text("cli.option.value", label, usedBy);
            command.addOption(OptionSpec.builder(option)
                    .type(isFile(field) ? Path.class : String.class)
                    .paramLabel(isFile(field) ? "FILE" : "NAME")
                    .description(description.replace("%", "%%"))
                    .build());
        });
    }

    /** @throws UsageProblem if there is no such method */
    AuthMethod method(String id, CommandLine command) {
        return methods.find(id).orElseThrow(() -> new UsageProblem(command, "cli.usage.auth", id, ids()));
    }

    String ids() {
        return methods.all().stream().map(AuthMethod::id).collect(Collectors.joining(", "));
    }

    /**
     * What the command line gives for the method's fields, by field name, files read.
     *
     * @throws UsageProblem if a required field is missing or an option belongs to another method
     * @throws Problem if a file cannot be read
     */
    Map<String, String> values(AuthMethod method, CommandLine command) {
        var given = command.getParseResult();
        for (AuthMethod other : methods.all()) {
            for (AuthField field : other.fields()) {
                if (given.hasMatchedOption(field.option())
                        && method.fields().stream()
                                .noneMatch(own -> own.option().equals(field.option()))) {
                    throw new UsageProblem(command, "cli.usage.foreign", field.option(), method.id());
                }
            }
        }
        Map<String, String> values = new HashMap<>();
        for (AuthField field : method.fields()) {
            if (given.hasMatchedOption(field.option())) {
                Object value = given.matchedOptionValue(field.option(), "");
                values.put(field.name(), value instanceof Path file ? InputFile.read(file) : value.toString());
            } else if (field.required()) {
                throw new UsageProblem(command, "cli.usage.missing", field.option());
            }
        }
        return values;
    }

    private static boolean isFile(AuthField field) {
        return field.kind() != AuthField.Kind.CHOICE;
    }
}
