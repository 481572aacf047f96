package io.ansflow.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of maps that have to be there. */
public final class Entry {
    private Entry() {}

    /**
     * The value of a key.
     *
     * @throws AssertionError if there is none
     */
    public static <V> V of(Map<String, ? extends @Nullable V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new AssertionError("There is no " + key + " in " + map.keySet());
        }
        return value;
    }
}
