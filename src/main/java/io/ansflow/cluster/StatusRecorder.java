package io.ansflow.cluster;

import io.ansflow.kubernetes.Diagnosis;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Turns what a check found into the stored status and the time of the next check. */
@Component
class StatusRecorder {
    private final CheckSettings settings;
    private final Clock clock;

    StatusRecorder(CheckSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The last known facts stay where a check could not read any. */
    void record(StatusEntity status, Diagnosis diagnosis) {
        Instant now = clock.instant();
        if (status.checkedAt == null || status.reachability != diagnosis.reachability()) {
            status.since = now;
        }
        status.reachability = diagnosis.reachability();
        status.checkedAt = now;
        switch (diagnosis) {
            case Diagnosis.Connected connected -> {
                status.failures = List.of();
                status.read(connected.facts(), now);
                status.consecutiveFailures = 0;
            }
            case Diagnosis.Limited limited -> {
                status.failures = limited.limits();
                status.read(limited.facts(), now);
                status.consecutiveFailures = 0;
            }
            case Diagnosis.Failed failed -> {
                status.failures = List.of(failed.failure());
                status.consecutiveFailures++;
            }
        }
        status.nextCheckAt = now.plus(settings.delay(status.consecutiveFailures, RandomGenerator.getDefault()));
    }
}
