package io.ansflow.kubernetes.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave. Holds secrets: its {@code toString} shows none.
 *
 * @param server the address as typed, or null where the method reads it from its fields
 * @param values by {@link AuthField#name()}; a field left empty is absent
 * @param verifyTls false if the person switched verification off
 */
public record AuthInput(@Nullable String server, Map<String, String> values, boolean verifyTls) {
    public AuthInput {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "AuthInput[server=" + server + ", values=" + values.keySet() + ", verifyTls=" + verifyTls + "]";
    }
}
