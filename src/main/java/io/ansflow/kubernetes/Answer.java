package io.ansflow.kubernetes;

import java.util.function.Function;

/**
 * What came of asking a cluster: a value, or the failure. The boundary returns it instead of throwing, so that a caller
 * cannot forget that clusters fail.
 */
public sealed interface Answer<T> {
    record Got<T>(T value) implements Answer<T> {}

    record Failed<T>(ClusterFailure failure) implements Answer<T> {}

    static <T> Answer<T> of(T value) {
        return new Got<>(value);
    }

    static <T> Answer<T> failed(ClusterFailure failure) {
        return new Failed<>(failure);
    }

    default <R> Answer<R> then(Function<T, Answer<R>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Failed<T>(ClusterFailure failure) -> failed(failure);
        };
    }
}
