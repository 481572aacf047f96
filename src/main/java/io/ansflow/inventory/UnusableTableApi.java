package io.ansflow.inventory;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.TableApi;

/** Stands for the collections of a cluster that cannot be asked. */
record UnusableTableApi(ClusterFailure failure) implements TableApi {
    @Override
    public Answer<ListEnd> list(ListRequest request, RowSink rows) {
        return Answer.failed(failure);
    }

    @Override
    public Answer<WatchEnd> watch(WatchRequest request, ChangeSink changes) {
        return Answer.failed(failure);
    }

    @Override
    public void close() {}
}
