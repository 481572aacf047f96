package io.ansflow.inventory.kind;

import io.ansflow.inventory.Column;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * STATUS is the phase, unless a container has a better reason; after {@code printPod} of the API server
 * (pkg/printers/internalversion/printers.go).
 */
@Component
@Order(90)
class Pods implements ResourceKind {
    private static final Set<String> DONE = Set.of("Completed", "Succeeded");
    private static final Set<String> UNDER_WAY =
            Set.of("Pending", "ContainerCreating", "PodInitializing", "Terminating", "SchedulingGated");
    private static final Pattern INIT_CONTAINERS_DONE = Pattern.compile("\\d+/\\d+");

    /** Reasons of the kubelet and of the eviction, preemption and admission of pods. */
    private static final Pattern BROKEN = Pattern.compile(
            "BackOff$|Err|Invalid|Failed|OOMKilled|Evicted|CannotRun"
                    + "|DeadlineExceeded|^ExitCode:|^Signal:|^OutOf|NodeAffinity|NodeShutdown|NodeLost|Preempt|Terminated|Unexpected");

    private static final Kind KIND = new Kind(
            new KindId("pods"),
            "Pod",
            true,
            List.of(
                    Column.text("ready", "Ready"),
                    Column.number("restarts", "Restarts"),
                    Column.text("node", "Node").alsoSearched(),
                    Column.text("ip", "IP").alsoSearched(),
                    Column.text("nominatedNode", "Nominated Node").onlyWide(),
                    Column.text("readinessGates", "Readiness Gates").onlyWide()));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<String> shortNames() {
        return Set.of("po");
    }

    @Override
    public List<ApiResource> apis() {
        return List.of(new ApiResource("", "v1", "pods"));
    }

    @Override
    public State state(Cells cells) {
        String status = cells.text("Status");
        return new State(status, status.equals("Running") ? running(cells) : health(withoutInit(status)));
    }

    private static Health running(Cells cells) {
        Replicas ready = Replicas.parse(cells.text("Ready"));
        return ready.ready() < ready.wanted() ? Health.WARNING : Health.HEALTHY;
    }

    private static Health health(String reason) {
        if (DONE.contains(reason)) {
            return Health.HEALTHY;
        }
        if (UNDER_WAY.contains(reason) || INIT_CONTAINERS_DONE.matcher(reason).matches()) {
            return Health.PROGRESSING;
        }
        if (reason.equals("NotReady")) {
            return Health.WARNING;
        }
        return BROKEN.matcher(reason).find() ? Health.FAILED : Health.UNKNOWN;
    }

    /** What goes for a container goes for one that initializes. */
    private static String withoutInit(String status) {
        return status.startsWith("Init:") ? status.substring("Init:".length()) : status;
    }
}
