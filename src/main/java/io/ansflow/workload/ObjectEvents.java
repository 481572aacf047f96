package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresViewer;
import java.util.List;

/** What a cluster noted about its objects; clusters forget it, most of them after an hour. */
public interface ObjectEvents {
    /** The events of one object, the newest first. */
    @RequiresViewer
    Answer<List<ObjectEvent>> of(Target target);
}
