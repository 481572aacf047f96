package io.ansflow.browser;

import io.ansflow.testing.RealApi;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Runs the pods of a namespace of a control plane that has no nodes: says of each that it is ready. */
final class StandInKubelet implements AutoCloseable {
    private static final String READY = """
            {"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True",
            "lastTransitionTime":"2026-01-01T00:00:00Z"}]}}""";

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final RealApi api;
    private final String pods;

    StandInKubelet(RealApi api, String namespace) {
        this.api = api;
        this.pods = "/api/v1/namespaces/" + namespace + "/pods";
        var _ = executor.scheduleWithFixedDelay(this::run, 0, 300, TimeUnit.MILLISECONDS);
    }

    private void run() {
        for (JsonNode pod : api.get(pods).path("items")) {
            if (!pod.at("/status/phase").asString("").equals("Running")) {
                try {
                    api.patch(pods + "/" + pod.at("/metadata/name").asString("") + "/status", READY);
                } catch (IllegalStateException e) {
                    // Deleted meanwhile.
                }
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
