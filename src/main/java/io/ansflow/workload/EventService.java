package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class EventService implements ObjectEvents {
    private final ClusterObjects objects;

    EventService(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<List<ObjectEvent>> of(Target target) {
        return objects.read(
                target.cluster(),
                api -> Targets.ref(api, target)
                        .then(ref -> EventReader.of(api, ref.type(), ref.namespace(), ref.name(), target.uid())));
    }
}
