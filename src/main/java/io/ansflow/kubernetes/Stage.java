package io.ansflow.kubernetes;

/** The stages of a connection check, in order. */
public enum Stage {
    ADDRESS,
    DNS,
    TCP,
    TLS,
    HTTP,
    VERSION,
    IDENTITY,
    NAMESPACES,
    NODES,
    PODS
}
