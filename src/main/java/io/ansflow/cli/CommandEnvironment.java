package io.ansflow.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What every command works with.
 *
 * @param options filled in by picocli before a command runs
 */
record CommandEnvironment(Terminal terminal, GlobalOptions options, LocalApplication application) {
    private static final Logger log = LoggerFactory.getLogger(CommandEnvironment.class);

    /** Work on the application's services, as a local administrator. */
    @FunctionalInterface
    interface Work {
        int run(ApplicationContext services) throws Exception;
    }

    /**
     * Starts the services for the duration of {@code work}.
     *
     * @return the exit code that the work returns
     * @throws Problem if they do not start
     */
    int withServices(Work work) throws Exception {
        Path data = options.dataDirectory(System.getenv());
        try (ConfigurableApplicationContext services = start(data)) {
            return work.run(services);
        }
    }

    ConfigurableApplicationContext serve() {
        return application.serve(options.dataDirectory(System.getenv()));
    }

    boolean json() {
        return options.json();
    }

    private ConfigurableApplicationContext start(Path data) {
        try {
            return application.forCommand(data);
        } catch (RuntimeException e) {
            log.debug("The application does not start", e);
            throw new Problem("cli.error.start", data.toString(), rootMessage(e));
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
