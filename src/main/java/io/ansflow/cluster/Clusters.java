package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.security.RequiresAdministrator;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Optional;

/** The registered clusters. */
public interface Clusters {

    /** All of them, by name. */
    @RequiresViewer
    List<Cluster> list();

    @RequiresViewer
    Optional<Cluster> find(ClusterId id);

    @RequiresViewer
    Optional<Cluster> find(String name);

    /**
     * Tests a description without saving anything. Blocks until the check ends; interrupting the thread ends it.
     *
     * @param existing the cluster being changed, whose stored credentials fill in what the draft leaves out, or empty
     * @throws InvalidCluster if the draft's server or credentials cannot be used
     */
    @RequiresAdministrator
    Diagnosis test(ClusterDraft draft, Optional<ClusterId> existing, CheckProgress progress);

    /**
     * Tests and registers a new cluster. The test's findings become its first status.
     *
     * @param evenIfUnreachable register it also if the test fails
     * @throws InvalidCluster if the draft cannot be accepted; nothing was saved
     * @throws TooManySaves if others were saving clusters as well; nothing was saved
     */
    @RequiresAdministrator
    SaveResult register(ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress);

    /**
     * Tests and changes a cluster. Stored credentials are only ever sent where they were sent before: a draft that
     * changes the server, its trust or the method of authentication must bring its credentials anew.
     *
     * @param seen the cluster as it was when the person began to change it
     * @throws InvalidCluster as {@link #register}
     * @throws TooManySaves as {@link #register}
     * @throws ChangedMeanwhile if it was changed since; nothing was saved
     * @throws java.util.NoSuchElementException if the cluster is gone
     */
    @RequiresAdministrator
    SaveResult change(Cluster seen, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress);

    /**
     * Deletes a cluster, its credentials and its history from AnsFlow; the cluster itself is not touched.
     *
     * @param typedName must equal the cluster's name
     * @throws InvalidCluster if it does not
     */
    @RequiresAdministrator
    void delete(ClusterId id, String typedName);

    /**
     * Asks for a check: it starts at once in this process and is persisted as a job, so that it is made even if this
     * process dies. Returns without waiting; {@link ClusterChanged} tells of its progress.
     */
    @RequiresOperator
    void requestCheck(ClusterId id);

    /**
     * Checks now, in the calling thread, and records the findings; waits while another check of it is under way.
     *
     * @throws java.util.NoSuchElementException if the cluster is gone
     * @throws InterruptedException if interrupted while waiting
     */
    @RequiresOperator
    Diagnosis check(ClusterId id, CheckProgress progress) throws InterruptedException;
}
