package io.ansflow.kubernetes.object;

/** Why no more lines come. */
public enum LogEnd {
    /** The log ended, or the container did. */
    COMPLETE,
    /** As many bytes came as were wanted. */
    BYTE_LIMIT,
    /** It was followed for as long as one connection may last. */
    TIME_LIMIT
}
