package io.ansflow.testing;

import java.util.Locale;
import java.util.UUID;

/** A namespace of a real cluster for one test, deleted after it with all that is in it. */
public final class TestNamespace implements AutoCloseable {
    private final RealApi api;
    private final String name;

    public TestNamespace(RealCluster cluster) {
        this.api = new RealApi(cluster);
        this.name = newName();
        api.create("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    }

    /** A name that no namespace has. */
    public static String newName() {
        return "op-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT).substring(0, 13);
    }

    public String name() {
        return name;
    }

    /** The API server, past all that is under test. */
    public RealApi api() {
        return api;
    }

    @Override
    public void close() {
        try {
            api.delete("/api/v1/namespaces/" + name);
        } catch (IllegalStateException e) {
            // Gone, or on its way.
        } finally {
            api.close();
        }
    }
}
