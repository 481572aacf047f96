package io.ansflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar, run as people run it: in a process of its own, on a data directory. Unless told otherwise it is unpacked and
 * has a cache of its start, as README.md says and as in the image. For {@code *IT} only.
 */
public final class PackagedJar {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path JAR = Path.of(System.getProperty("ansflow.jar", "target/ansflow.jar"));
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path data;
    private final Map<String, String> environment;
    private final boolean asBuilt;

    /** @param data the data directory; need not be there */
    public PackagedJar(Path data) {
        this(data, Map.of("LC_ALL", "C.UTF-8"), false);
    }

    private PackagedJar(Path data, Map<String, String> environment, boolean asBuilt) {
        this.data = data;
        this.environment = environment;
        this.asBuilt = asBuilt;
    }

    /** The same with another variable in the environment. */
    public PackagedJar with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new PackagedJar(data, Map.copyOf(more), asBuilt);
    }

    /** The same as the one file that the build makes, which starts slowly. */
    public PackagedJar asBuilt() {
        return new PackagedJar(data, environment, true);
    }

    /** What a command left behind. */
    public record Outcome(int exitCode, String out, String err) {}

    /** Runs a command to its end. */
    public Outcome run(String... arguments) {
        try {
            Path out = Files.createTempFile("ansflow-out", ".txt");
            Path err = Files.createTempFile("ansflow-err", ".txt");
            Process process = start(List.of(arguments), out, err);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running: " + String.join(" ", arguments));
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the server on a free port and waits until it is ready. */
    public Server serve() {
        try {
            return serve(freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on this port. */
    public Server serve(int port) {
        try {
            Path out = Files.createTempFile("ansflow-server-out", ".txt");
            Path err = Files.createTempFile("ansflow-server-err", ".txt");
            PackagedJar onPort = with("SERVER_PORT", Integer.toString(port));
            Server server = new Server(
                    onPort.start(List.of("serve"), out, err), URI.create("http://localhost:" + port + "/"), out, err);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> arguments, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(OPTIONS);
        command.addAll(asBuilt ? List.of("-jar", JAR.toString()) : unpacked());
        command.addAll(List.of("--data", data.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = builder(command);
        builder.environment().putAll(environment);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** With nothing in its environment that somebody has set for an AnsFlow of their own. */
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches("LANG|LC_.*|ANSFLOW_.*|SPRING_.*|SERVER_.*"));
        return builder;
    }

    /** How to start what the jar was unpacked to, which it is for the first that asks. */
    private static synchronized List<String> unpacked() throws IOException {
        Path directory =
                JAR.resolveSibling("unpacked-" + Files.getLastModifiedTime(JAR).toMillis());
        String unpacked = directory.resolve("ansflow.jar").toString();
        Path cache = directory.resolve("ansflow.aot");
        if (!Files.exists(cache)) {
            finish(List.of(
                    JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", directory.toString()));
            List<String> training = new ArrayList<>(List.of(JAVA, "-XX:AOTCacheOutput=" + cache));
            training.addAll(OPTIONS);
            Path nobodys = Files.createTempDirectory("ansflow-training");
            training.addAll(List.of(
                    "-Dspring.context.exit=onRefresh", "-jar", unpacked, "--data", nobodys.toString(), "serve"));
            finish(training);
            FileSystemUtils.deleteRecursively(nobodys);
        }
        // What the cache makes the JVM warn of would be among what commands print.
        return List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-jar", unpacked);
    }

    private static void finish(List<String> command) throws IOException {
        Path output = Files.createTempFile("ansflow-unpacking", ".txt");
        Process process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError(Files.readString(output));
        }
        Files.delete(output);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A running server. Closing it stops it as Ctrl-C would. */
    public static final class Server implements AutoCloseable {
        private final Process process;
        private final URI url;
        private final Path out;
        private final Path err;

        private Server(Process process, URI url, Path out, Path err) {
            this.process = process;
            this.url = url;
            this.out = out;
            this.err = err;
        }

        /** Where it answers, with a slash at the end. */
        public URI url() {
            return url;
        }

        /** What it wrote so far: standard output, then the log. */
        public String output() {
            try {
                return Files.readString(out) + Files.readString(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("The server did not stop");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void awaitReady() {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!isReady()) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    process.destroyForcibly();
                    throw new AssertionError("The server did not start:\n" + output());
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }

        private boolean isReady() {
            try {
                var connection = (HttpURLConnection)
                        url.resolve("actuator/health/readiness").toURL().openConnection();
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(5_000);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
