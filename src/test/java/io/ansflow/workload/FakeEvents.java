package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import java.util.List;

/** Events without a cluster, for tests of what stands on them. */
public class FakeEvents implements ObjectEvents {
    private volatile Answer<List<ObjectEvent>> events = Answer.of(List.of());

    public void answer(Answer<List<ObjectEvent>> answer) {
        events = answer;
    }

    @Override
    public Answer<List<ObjectEvent>> of(Target target) {
        return events;
    }
}
