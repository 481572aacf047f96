package io.ansflow.kubernetes;

/** Opens connections for reading collections. */
@FunctionalInterface
public interface TableApis {
    /** Prepares a connection; nothing is sent before the first question. */
    TableApi open(ClusterAccess access);
}
