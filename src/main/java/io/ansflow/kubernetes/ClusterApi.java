package io.ansflow.kubernetes;

import java.util.Optional;

/**
 * What can be asked of one cluster. Every call is bounded in time and bytes, may block its thread, and answers failures
 * as values. An interrupt is no failure of the cluster: it ends the call at once by a
 * {@link java.util.concurrent.CancellationException}, and the thread stays interrupted. Not shared between threads;
 * closed after use.
 */
public interface ClusterApi extends AutoCloseable {

    /** {@code /version}: the server's git version, such as {@code v1.33.2}. */
    Answer<String> version();

    /** The user that the cluster takes us for; empty where it is too old to say (before Kubernetes 1.28). */
    Answer<Optional<String>> user();

    /** All namespaces, without listing them. */
    Answer<Long> namespaces();

    Answer<NodeCount> nodes();

    /** All pods, without listing them. */
    Answer<Long> podsTotal();

    /** Pods in phase Running. */
    Answer<Long> podsRunning();

    /** Bytes of response bodies received so far, as they came over the wire. */
    long bytesReceived();

    @Override
    void close();
}
