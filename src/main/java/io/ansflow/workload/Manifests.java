package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects as YAML: shown, compared and applied. */
public interface Manifests {
    /** The most that one text may have, in characters. */
    int MAX_LENGTH = 1024 * 1024;

    /** The most documents that one text may have. */
    int MAX_DOCUMENTS = 100;

    /** The object as YAML without managed fields; values of Secrets are masked. */
    @RequiresViewer
    Answer<String> yaml(Target target);

    /** The same with the values of a Secret; recorded. */
    @RequiresOperator
    Answer<String> yamlWithValues(Target secret);

    /** The first thing that is wrong with a text as such, without asking a cluster; empty if it can be read. */
    @RequiresViewer
    Optional<ManifestProblem> problem(String yaml);

    /**
     * Lets the cluster judge a text without changing anything (server-side dry run).
     *
     * @param namespace for documents that name none
     * @param takeOver whether fields that others decided about become ours
     * @return one for each document, in order
     * @throws io.ansflow.operation.InvalidInput if there is a {@link #problem}
     */
    @RequiresOperator
    List<ManifestPlan> plan(ClusterId cluster, String yaml, String namespace, boolean takeOver);

    /**
     * Applies a text, document by document, by server-side apply. What fails does not keep the later ones from being tried.
     *
     * @param sink told of each document when it is done with, on the calling thread
     * @return one for each document, in order
     * @throws io.ansflow.operation.InvalidInput if there is a {@link #problem}
     */
    @RequiresOperator
    List<Applied> apply(ClusterId cluster, String yaml, String namespace, boolean takeOver, Consumer<Applied> sink);

    /**
     * What came of one document.
     *
     * @param line where it begins, from 1
     * @param failure why it was not applied; empty if it was
     */
    record Applied(int line, Target target, Optional<ClusterFailure> failure) {}
}
