package io.ansflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ansflow");

    /** Classes that break every rule; outside of io.ansflow, so that neither Spring nor Vaadin finds them. */
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("bad.ansflow");

    @ParameterizedTest
    @MethodSource("rules")
    void the_program_keeps_the_rule(ArchitectureRules.Named rule) {
        rule.rule().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_notices_when_it_is_broken(ArchitectureRules.Named rule) {
        assertThatThrownBy(() -> rule.rule().check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(className(rule));
    }

    @Test
    void each_way_around_our_own_kubeconfig_reader_is_noticed() {
        assertThatThrownBy(() -> ArchitectureRules.NO_CONFIGURATION_BY_THE_CLIENT_LIBRARY.check(BAD))
                .hasMessageContaining("KubeConfig.loadKubeConfig")
                .hasMessageContaining("Config.defaultClient")
                .hasMessageContaining("ClientBuilder.standard")
                .hasMessageContaining("Configuration.setDefaultApiClient");
    }

    @Test
    void each_way_to_start_a_process_is_noticed() {
        assertThatThrownBy(() -> ArchitectureRules.NO_PROCESS_IS_STARTED.check(BAD))
                .hasMessageContaining("ProcessBuilder.start")
                .hasMessageContaining("Runtime.exec");
    }

    private static String className(ArchitectureRules.Named rule) {
        return Arrays.stream(rule.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    static List<ArchitectureRules.Named> rules() {
        return ArchitectureRules.all();
    }
}
