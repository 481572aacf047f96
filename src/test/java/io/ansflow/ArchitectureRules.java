package io.ansflow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The rules of docs/architecture.md that a compiler does not know. {@link ArchitectureTest} applies them. */
final class ArchitectureRules {
    private static final Pattern FEATURE = Pattern.compile(".*\\bansflow\\.(\\w+).*");

    private ArchitectureRules() {}

    static final ArchRule BASE_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("..ansflow.base..")
            .should()
            .dependOnClassesThat(resideInAPackage("..ansflow.*..").and(not(resideInAPackage("..ansflow.base.."))))
            .because("what everything stands on stands on nothing");

    static final ArchRule NOTHING_KNOWS_THE_SHELL = noClasses()
            .that()
            .resideOutsideOfPackage("..ansflow.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ansflow.shell..")
            .because("the frame knows the views, never the other way round");

    static final ArchRule ENTITIES_ARE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("a feature shows records; how it stores them is its own business");

    static final ArchRule VIEWS_ARE_USED_BY_THEIR_OWN_FEATURE = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should(onlyBeUsedByTheirOwnFeature())
            .because("other features go through the navigation class beside the view");

    static final ArchRule UI_SEES_RECORDS = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat(describe("store or fetch", (JavaClass type) -> type.isAnnotatedWith(Entity.class))
                    .or(resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.springframework.data..",
                            "org.springframework.jdbc..",
                            "org.springframework.transaction..",
                            "java.sql..",
                            "javax.sql..")))
            .because("a view asks a service, which authorises and opens the transaction");

    static final ArchRule ONLY_THE_ADAPTER_SPEAKS_TO_CLUSTERS = noClasses()
            .that()
            .resideOutsideOfPackage("..ansflow.kubernetes.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.kubernetes..", "okhttp3..", "okio..")
            .because("above the port a cluster's failures are values, and the adapter's limits cannot be gone around");

    static final ArchRule NO_CONFIGURATION_BY_THE_CLIENT_LIBRARY = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "KubeConfig, Config or the global Configuration of the client library",
                    (JavaClass type) -> List.of(
                                    "io.kubernetes.client.util.KubeConfig",
                                    "io.kubernetes.client.util.Config",
                                    "io.kubernetes.client.openapi.Configuration")
                            .contains(type.getName())))
            .orShould()
            .callMethodWhere(describe(
                    "a configuration that the library reads by itself",
                    (JavaMethodCall call) ->
                            call.getTargetOwner().getSimpleName().equals("ClientBuilder")
                                    && List.of("kubeconfig", "standard", "cluster", "oldCluster", "defaultClient")
                                            .contains(call.getName())))
            .because(
                    "the library's loaders run the commands that a kubeconfig names, read the files that it names, fall"
                            + " back to http and switch verification off; and one process-wide client would serve all clusters");

    static final ArchRule STANDARD_OUTPUT_BELONGS_TO_COMMANDS = noClasses()
            .that(not(resideInAPackage("..ansflow.cli..").or(simpleName("FirstAdministrator"))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("everything else logs; the first administrator's password alone must not get into a log");

    static final ArchRule NO_PROCESS_IS_STARTED = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethodWhere(describe(
                    "Runtime.exec",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                            && call.getName().equals("exec")))
            .because("nothing that a user or a cluster says may start a program");

    static final ArchRule SERVICES_ARE_AUTHORISED = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(arePublicServices())
            .should()
            .beMetaAnnotatedWith(PreAuthorize.class)
            .because("roles are enforced in services; what only other services call is a @Component");

    static final ArchRule ONLY_VIEWS_KNOW_VAADIN = noClasses()
            .that(not(resideInAnyPackage("..ui..", "..ansflow.shell..", "..ansflow.security..")
                    .or(simpleName("Application"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("services serve views, commands and the API alike");

    /** Every rule above, by name. */
    static List<Named> all() {
        return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(field -> {
                    try {
                        return new Named(field.getName(), (ArchRule) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    record Named(String name, ArchRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Public classes that are services, and public interfaces that services implement. */
    private static DescribedPredicate<JavaClass> arePublicServices() {
        return describe(
                "are the public face of a service",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && (type.isAnnotatedWith(Service.class)
                                || (type.isInterface()
                                        && type.getAllSubclasses().stream()
                                                .anyMatch(subclass -> subclass.isAnnotatedWith(Service.class)))));
    }

    private static ArchCondition<JavaClass> onlyBeUsedByTheirOwnFeature() {
        return new ArchCondition<>("only be used by their own feature") {
            @Override
            public void check(JavaClass view, ConditionEvents events) {
                view.getDirectDependenciesToSelf().stream()
                        .filter(use -> !feature(use.getOriginClass()).equals(feature(view)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static String feature(JavaClass type) {
        var matcher = FEATURE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
