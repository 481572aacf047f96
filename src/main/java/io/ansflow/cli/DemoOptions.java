package io.ansflow.cli;

import io.ansflow.demo.TestClusters;
import io.ansflow.demo.TestClusters.Fleet;
import io.ansflow.demo.TestClusters.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import picocli.CommandLine.Option;

/** What the server registers for somebody to try it out with. */
final class DemoOptions {
    private static final int PODS_OF_A_CLUSTER = 200;

    @Option(names = "--demo")
    private boolean demo;

    @Option(names = "--demo-clusters", paramLabel = "N")
    private @Nullable Integer clusters;

    @Option(names = "--demo-pods", paramLabel = "N")
    private @Nullable Integer pods;

    /** Registers what is asked for, as far as it is not there. */
    void prepare(ApplicationContext application, Terminal terminal) {
        if (!demo && clusters == null && pods == null) {
            return;
        }
        LocalApplication.becomeAdministrator();
        try {
            TestClusters testClusters = application.getBean(TestClusters.class);
            if (demo) {
                testClusters.create().forEach(outcome -> tell(outcome, terminal));
            }
            if (clusters != null || pods != null) {
                AtomicInteger count = new AtomicInteger();
                testClusters.create(fleet(), outcome -> count.addAndGet(outcome.changed() ? 1 : 0));
                terminal.tell(terminal.text("cli.demo.fleet", count.get()));
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Fleet fleet() {
        int many = clusters == null ? 1 : Math.max(1, clusters);
        return new Fleet(many, Math.max(many, pods == null ? many * PODS_OF_A_CLUSTER : pods));
    }

    private static void tell(Outcome outcome, Terminal terminal) {
        if (outcome.changed()) {
            terminal.tell(terminal.text("cli.demo.created", outcome.cluster(), outcome.server()));
        }
    }
}
