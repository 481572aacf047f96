package io.ansflow.kubernetes.object;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a container's log are wanted.
 *
 * @param container its name
 * @param previous those of the container before its last restart
 * @param since only lines younger than this, or null for all
 * @param tailLines only so many from the end, or null for all
 * @param follow go on with the lines that are yet to come
 * @param timestamps begin each line with its time, in RFC 3339
 * @param maxBytes after which it ends
 */
public record LogRequest(
        String namespace,
        String pod,
        String container,
        boolean previous,
        @Nullable Duration since,
        @Nullable Integer tailLines,
        boolean follow,
        boolean timestamps,
        long maxBytes) {}
