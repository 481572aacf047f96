package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.OperationId;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The namespaces of registered clusters, in the clusters themselves. Calls block their thread until the cluster answered,
 * and end by a {@link java.util.concurrent.CancellationException} when it is interrupted.
 */
public interface Namespaces {

    /** The namespace as it is now. */
    @RequiresViewer
    Answer<NamespaceDetail> find(ClusterId cluster, NamespaceName name);

    /**
     * Lets the cluster judge a draft without creating anything (server-side dry run).
     *
     * @return why it would refuse; empty if it would not. Of quota and limits, which no cluster judges before their namespace
     *     exists, only whether we would be allowed to create them
     * @throws io.ansflow.operation.InvalidInput if no cluster would take it
     */
    @RequiresOperator
    Optional<ClusterFailure> rehearse(ClusterId cluster, NamespaceDraft draft);

    /**
     * Creates the namespace in every cluster, in several at a time. What fails in one does not keep it from the others.
     *
     * @param sink told of each cluster when it is done with, on any thread, one at a time
     * @return what came of it, in the order of the clusters
     * @throws io.ansflow.operation.InvalidInput if no cluster would take it; nothing was done
     */
    @RequiresOperator
    List<Creation> create(Collection<ClusterId> clusters, NamespaceDraft draft, Consumer<Creation> sink);

    /**
     * The same as a job, which goes on when the caller leaves or this process dies; without waiting for its end. {@link
     * io.ansflow.operation.Operations} has the results and tries again what failed, {@link
     * io.ansflow.operation.OperationChanged} is the news.
     *
     * @param clusters at least one
     * @throws io.ansflow.operation.InvalidInput if no cluster would take it; nothing was done
     */
    @RequiresOperator
    OperationId start(Collection<ClusterId> clusters, NamespaceDraft draft);

    /** Tries again where {@link #create} was refused or left something out; what was created stays as it is. */
    @RequiresOperator
    List<Creation> resume(Collection<Creation> before, NamespaceDraft draft, Consumer<Creation> sink);

    /**
     * Changes labels, annotations and quota by server-side apply.
     *
     * @return the namespace as it is then; a {@code CONFLICT}, reason {@code owner}, names who decided about a field. If the
     *     quota fails, labels and annotations are changed all the same
     * @throws io.ansflow.operation.InvalidInput if no cluster would take it; nothing was done
     */
    @RequiresOperator
    Answer<NamespaceDetail> edit(ClusterId cluster, NamespaceEdit edit);

    /**
     * Deletes the namespace; it goes once all that is in it is gone.
     *
     * @return how far it is
     * @throws io.ansflow.operation.InvalidInput if the name typed is another one, it is a system namespace, or the
     *     confirmation for production is missing; nothing was done
     */
    @RequiresOperator
    Answer<NamespaceEnd> delete(NamespaceDeletion deletion);

    /**
     * Looks on while the namespace goes.
     *
     * @param uid of the namespace that is meant
     * @param atMost for how long
     * @param sink told of every change, on the calling thread
     * @return where it ended: gone, or not yet
     */
    @RequiresViewer
    Answer<NamespaceEnd> follow(
            ClusterId cluster, NamespaceName name, String uid, Duration atMost, Consumer<NamespaceEnd> sink);
}
