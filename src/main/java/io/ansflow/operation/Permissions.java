package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.security.RequiresViewer;
import java.util.Collection;
import java.util.Map;

/**
 * What the credential of a cluster may do there, by the cluster's own word (SelfSubjectAccessReview), which is remembered
 * for a minute.
 */
public interface Permissions {
    /** Asks the cluster, blocking the calling thread; an answer for every question. */
    @RequiresViewer
    Map<AccessQuestion, Permission> of(ClusterId cluster, Collection<AccessQuestion> questions);
}
