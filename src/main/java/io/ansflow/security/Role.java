package io.ansflow.security;

import java.util.Arrays;
import java.util.List;

/** What a user may do. Each role may do everything that the ones after it may. */
public enum Role {
    /** Registers clusters, keeps users, sees the jobs. */
    ADMINISTRATOR,
    /** Checks, syncs and changes what runs in the clusters. */
    OPERATOR,
    /** Looks. */
    VIEWER;

    /** This role and those it includes. */
    public List<Role> included() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) >= 0).toList();
    }
}
