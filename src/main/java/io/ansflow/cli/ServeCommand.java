package io.ansflow.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code serve}: the web application, until the process is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final CommandEnvironment environment;

    ServeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        ApplicationListener<ContextClosedEvent> listener = event -> closed.countDown();
        environment.serve().addApplicationListener(listener);
        closed.await();
        return ExitCode.OK;
    }
}
