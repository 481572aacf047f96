package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.StatusRepository.Stamp;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices what other processes (a second server, the command line) did to the clusters, and tells those who watch. */
@Component
@ConditionalOnWebApplication
class ChangeWatch {
    private final StatusRepository statuses;
    private final ApplicationEventPublisher events;
    private Map<Long, Stamp> known = Map.of();

    ChangeWatch(StatusRepository statuses, ApplicationEventPublisher events) {
        this.statuses = statuses;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "PT2S")
    synchronized void compare() {
        Map<Long, Stamp> now = statuses.stamps().stream().collect(Collectors.toMap(Stamp::clusterId, stamp -> stamp));
        Set<Long> ids = new HashSet<>(known.keySet());
        ids.addAll(now.keySet());
        ids.removeIf(id -> now.get(id) != null && now.get(id).equals(known.get(id)));
        known = now;
        ids.forEach(id -> events.publishEvent(new ClusterChanged(new ClusterId(id))));
    }
}
