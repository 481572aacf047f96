package io.ansflow.testing;

import static org.awaitility.Awaitility.await;

import io.ansflow.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Another process of the application, to be killed. In its directory, what it prints goes to {@code output.txt}, and what it
 * reports to {@code trace}.
 */
public final class OtherProcess implements AutoCloseable {
    private final Path directory;
    private final Process process;

    private OtherProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts the class's {@code main} with the directory and these arguments. Nothing is reported yet. */
    public static OtherProcess start(Class<?> main, Path directory, String... arguments) throws IOException {
        Files.deleteIfExists(trace(directory));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                directory.toString()));
        command.addAll(List.of(arguments));
        return new OtherProcess(
                directory,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("output.txt").toFile())
                        .start());
    }

    /**
     * In that process: the application without its views, used by an administrator in the calling thread. What that thread does
     * not expect ends the process.
     */
    public static ApplicationContext application(Map<String, Object> settings, String... arguments) {
        return application(settings, context -> {}, arguments);
    }

    /** The same, with more in it. */
    public static ApplicationContext application(
            Map<String, Object> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> more,
            String... arguments) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> {
            problem.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var roles = AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR", "ROLE_OPERATOR", "ROLE_VIEWER");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("lilei", null, roles));
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(more)
                .properties(settings)
                .properties("spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                        + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
                        + "com.vaadin.flow.spring.VaadinScopesConfig")
                .run(arguments);
    }

    /** In that process: reports something, in one line. */
    public static void report(Path directory, String line) throws IOException {
        Files.writeString(trace(directory), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** In that process: waits until it is told to go on. */
    public static void awaitSignal() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("Nobody is there any more");
        }
    }

    /** Waits until that process has reported this; it must not end before. */
    public void awaitReport(String line) throws IOException {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !process.isAlive() || reports().contains(line));
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(directory.resolve("output.txt")));
        }
    }

    /** Waits so long, unless it ends by itself before. */
    public void waitFor(Duration time) throws InterruptedException {
        process.waitFor(time);
    }

    /** Kills it, by SIGKILL, wherever it is; returns what it had reported. */
    public List<String> kill() throws IOException {
        close();
        return reports();
    }

    /** What that process has reported. */
    public List<String> reports() throws IOException {
        return reports(directory);
    }

    /** What a process has reported in this directory, by now or before it ended. */
    public static List<String> reports(Path directory) throws IOException {
        return Files.exists(trace(directory)) ? Files.readAllLines(trace(directory)) : List.of();
    }

    /** Lets that process go on. */
    public void signal() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Kills it, if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path trace(Path directory) {
        return directory.resolve("trace");
    }
}
