package io.ansflow.operation;

import io.ansflow.security.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The face of long work to those who look on. */
@Service
class OperationService implements Operations {
    private final OperationTable table;
    private final LongWork work;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    OperationService(OperationTable table, LongWork work, CurrentUser user, ApplicationEventPublisher events) {
        this.table = table;
        this.work = work;
        this.user = user;
        this.events = events;
    }

    @Override
    public List<Operation> recent(long before, int limit) {
        return table.recent(before, limit);
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return table.find(id);
    }

    @Override
    public List<OperationItem> items(OperationId id) {
        return table.items(id);
    }

    @Override
    public void stop(OperationId id) {
        table.stop(id);
        events.publishEvent(new OperationChanged(id));
    }

    @Override
    public void retry(OperationId id) {
        if (table.retry(id, user.name())) {
            work.begin(id);
        }
    }
}
