package io.ansflow.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code serve}: the web application, until the process is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final DemoOptions demo;

    private final CommandEnvironment environment;

    ServeCommand(CommandEnvironment environment, DemoOptions demo) {
        this.environment = environment;
        this.demo = demo;
    }

    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        ApplicationListener<ContextClosedEvent> listener = event -> closed.countDown();
        ConfigurableApplicationContext application = environment.serve();
        application.addApplicationListener(listener);
        demo.prepare(application, environment.terminal());
        closed.await();
        return ExitCode.OK;
    }
}
