package io.ansflow.operation;

import io.ansflow.base.Text;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.testing.OtherProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of the application that asks for an operation and does a part of it until it is killed. */
final class CrashingProcess {
    /** The object that it is at when it is killed. */
    static final String LAST = "c";

    static final List<String> OBJECTS = List.of("a", "b", LAST, "d", "e");

    private static final Map<String, Object> SETTINGS =
            Map.of("ansflow.operations.lease", "2s", "ansflow.operations.at-once", "1");

    private CrashingProcess() {}

    /** Long work that leaves a line in a file for each try, and does not end the first try of {@link #LAST}. */
    record Kind(Path directory) implements OperationKind {
        @Override
        public String id() {
            return "test.crash";
        }

        @Override
        public Outcome perform(String request, Attempt attempt) {
            String name = attempt.step().target().name();
            try {
                OtherProcess.report(directory, attempt.interrupted() ? name + " again" : name);
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

    /** Starts it, and kills it in the middle of its work; the database and the trace are in the directory. */
    static void run(Path directory, String url, String user) throws IOException {
        try (OtherProcess process = OtherProcess.start(CrashingProcess.class, directory, url, user)) {
            process.awaitReport(LAST);
        }
    }

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        var application = OtherProcess.application(
                SETTINGS,
                context -> context.getBeanFactory().registerSingleton("crashKind", new Kind(directory)),
                "--ansflow.data=" + directory,
                "--spring.datasource.url=" + arguments[1],
                "--spring.datasource.username=" + arguments[2]);
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
