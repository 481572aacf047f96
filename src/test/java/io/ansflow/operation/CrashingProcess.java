package io.ansflow.operation;

import static org.awaitility.Awaitility.await;

import io.ansflow.Application;
import io.ansflow.base.Text;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A process of the application that asks for an operation and does a part of it until it is killed. */
final class CrashingProcess {
    /** The object that it is at when it is killed. */
    static final String LAST = "c";

    static final List<String> OBJECTS = List.of("a", "b", LAST, "d", "e");

    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.autoconfigure.exclude",
            "com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
                    + "com.vaadin.flow.spring.VaadinScopesConfig",
            "ansflow.operations.lease",
            "2s",
            "ansflow.operations.at-once",
            "1");

    private CrashingProcess() {}

    /** Long work that leaves a line in a file for each try, and does not end the first try of {@link #LAST}. */
    record Kind(Path trace) implements OperationKind {
        @Override
        public String id() {
            return "test.crash";
        }

        @Override
        public Outcome perform(String request, Attempt attempt) {
            String name = attempt.step().target().name();
            try {
                Files.writeString(
                        trace,
                        name + (attempt.interrupted() ? " again\n" : "\n"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (name.equals(LAST) && !attempt.interrupted()) {
                hang();
            }
            return Outcome.done();
        }

        private static void hang() {
            try {
                TimeUnit.MINUTES.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts it, and kills it in the middle of its work. */
    static void run(Path data, Path trace, String url, String user) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashingProcess.class.getName()));
            command.addAll(List.of(data.toString(), trace.toString(), url, user));
            Path output = Files.createTempFile("ansflow-crash", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> !process.isAlive() || lines(trace).contains(LAST));
            } finally {
                process.destroyForcibly().waitFor();
            }
            if (!lines(trace).contains(LAST)) {
                throw new AssertionError(Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> lines(Path trace) throws IOException {
        return Files.exists(trace) ? Files.readAllLines(trace) : List.of();
    }

    public static void main(String[] arguments) {
        Path trace = Path.of(arguments[1]);
        var application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("crashKind", new Kind(trace)))
                .properties(SETTINGS)
                .run(
                        "--ansflow.data=" + arguments[0],
                        "--spring.datasource.url=" + arguments[2],
                        "--spring.datasource.username=" + arguments[3]);
        var roles = AuthorityUtils.createAuthorityList("ROLE_OPERATOR", "ROLE_VIEWER");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("lilei", null, roles));
        application
                .getBean(JdbcClient.class)
                .sql("insert into app_user (name, password_hash, role, password_change_required, created_at)"
                        + " values ('lilei', '', 'OPERATOR', false, now())")
                .update();
        application
                .getBean(LongWork.class)
                .start(
                        application.getBean(Kind.class),
                        Text.of("operation.denied", "", ""),
                        "",
                        ScriptedKind.steps(OBJECTS.toArray(String[]::new)));
    }
}
