package io.ansflow.kubernetes.simulated.api;

import java.util.Set;

/** Who the cluster takes us for. */
public record Caller(String user, Set<String> groups) {
    public static final String AUTHENTICATED = "system:authenticated";

    public Caller {
        groups = Set.copyOf(groups);
    }
}
