package io.ansflow.browser;

import io.ansflow.testing.PackagedJar;
import io.ansflow.testing.PackagedJar.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A running process and its data directory, both gone once it is closed. */
final class Installation implements AutoCloseable {
    static final String ADMINISTRATOR = "admin";
    /** What everybody chooses at the first login. */
    static final String PASSWORD = "only for browser tests";

    private final Path directory;
    private final PackagedJar jar;
    private PackagedJar.Server server;

    Installation() {
        try {
            directory = Files.createTempDirectory("ansflow-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jar = new PackagedJar(data());
        server = jar.serve();
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Where it answers now, with a slash at the end. */
    String url() {
        return server.url().toString();
    }

    String output() {
        return server.output();
    }

    Outcome run(String... command) {
        return jar.run(command);
    }

    /** The administrator's password that the first start made. */
    String firstPassword() {
        try {
            return Files.readString(data().resolve("initial-admin-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a user and gives the first password. */
    String addUser(String name, String role) {
        Outcome added = run("user", "add", name, "--role", role, "-o", "json");
        if (added.exitCode() != 0) {
            throw new AssertionError(added.err());
        }
        return JsonMapper.shared().readTree(added.out()).path("password").stringValue();
    }

    void restart() {
        server.close();
        server = jar.serve(server.url().getPort());
    }

    @Override
    public void close() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
