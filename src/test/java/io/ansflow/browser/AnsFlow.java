package io.ansflow.browser;

import io.ansflow.testing.PackagedJar.Outcome;
import io.ansflow.testing.RealCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The application as people have it: the packaged jar, running, with browsers on it. A static field of an {@code *IT} that
 * says {@code @Needs({BROWSER, CLUSTER})}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AnsFlow ansflow = AnsFlow.shared();
 * }</pre>
 *
 * <p>What a failed test last saw is kept in {@code target/browser}, as pictures and as text, with what the application wrote.
 */
public final class AnsFlow implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(AnsFlow.class);
    private static final Path SEEN = Path.of("target", "browser");

    private final boolean shared;
    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable Installation installation;
    private @Nullable Chromium chromium;

    private AnsFlow(boolean shared) {
        this.shared = shared;
    }

    /**
     * One for all the scenarios of a run that say so: it starts with the first of them. Its administrator has chosen a
     * password. Scenarios name their clusters like nobody else does, and count none.
     */
    public static AnsFlow shared() {
        return new AnsFlow(true);
    }

    /** One with an empty data directory, for a scenario alone. */
    static AnsFlow empty() {
        return new AnsFlow(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(STORE)
                .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        installation = shared
                ? context.getRoot()
                        .getStore(STORE)
                        .computeIfAbsent(Installation.class, key -> prepared(), Installation.class)
                : new Installation();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
            keep(test.replaceAll("[^\\w.]", ""));
        }
    }

    private void keep(String test) {
        try {
            Files.createDirectories(SEEN);
            for (int i = 0; i < visitors.size(); i++) {
                visitors.get(i).photograph(SEEN.resolve(test + "-" + i + ".png"));
                Files.writeString(
                        SEEN.resolve(test + "-" + i + ".txt"), visitors.get(i).text());
            }
            // It tells what the number on an error page stands for.
            Files.writeString(SEEN.resolve(test + ".log"), output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            List.copyOf(visitors).forEach(Visitor::leave);
        } finally {
            if (!shared) {
                installation().close();
            }
        }
    }

    /** Somebody with a browser of the own, in front of the login. */
    public Visitor visitor() {
        Chromium browser = Objects.requireNonNull(chromium);
        Visitor visitor = new Visitor(browser.newContext(), installation()::url);
        visitors.add(visitor);
        return visitor;
    }

    /** An administrator of the {@linkplain #shared() shared} installation, logged in. */
    public Visitor administrator() {
        Visitor administrator = visitor();
        administrator.logIn(Installation.ADMINISTRATOR, Installation.PASSWORD);
        return administrator;
    }

    /**
     * Somebody new with this role, logged in.
     *
     * @param role as on the command line
     */
    public Visitor newUser(String name, String role) {
        String first = installation().addUser(name, role);
        Visitor user = visitor();
        user.logInFirst(name, first, Installation.PASSWORD);
        return user;
    }

    /** Runs a command on the data of the running application. */
    public Outcome run(String... command) {
        return installation().run(command);
    }

    /** Registers a cluster by its administrator's token, on the command line, as one for tests. */
    public void addCluster(String name, RealCluster cluster) {
        try {
            Path token = Files.writeString(Files.createTempFile("token", null), cluster.token());
            Path ca = Files.writeString(Files.createTempFile("ca", null), cluster.ca());
            Outcome added = run(
                    "cluster",
                    "add",
                    name,
                    "--server",
                    cluster.server(),
                    "--auth",
                    "token",
                    "--token-file",
                    token.toString(),
                    "--ca-file",
                    ca.toString(),
                    "--environment",
                    "testing");
            Files.delete(token);
            Files.delete(ca);
            if (added.exitCode() != 0) {
                throw new AssertionError(added.err());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password that the first start made. */
    String firstPassword() {
        return installation().firstPassword();
    }

    /** All that the process wrote so far: standard output and log. */
    String output() {
        return installation().output();
    }

    /** Stops the process, as Ctrl-C does, and starts it anew on the same data and port. */
    void restart() {
        installation().restart();
    }

    private Installation prepared() {
        Installation fresh = new Installation();
        Visitor first = new Visitor(Objects.requireNonNull(chromium).newContext(), fresh::url);
        first.logInFirst(Installation.ADMINISTRATOR, fresh.firstPassword(), Installation.PASSWORD);
        first.leave();
        return fresh;
    }

    private Installation installation() {
        return Objects.requireNonNull(installation, "AnsFlow is a static field with @RegisterExtension");
    }
}
