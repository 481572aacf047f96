package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.ansflow.base.ClusterId;
import io.ansflow.jobs.InstantJobs;
import io.ansflow.kubernetes.ConnectionCheck;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ClusterServiceTest {
    private final RunningChecks running = new RunningChecks(event -> {}, Clock.systemUTC());
    private final InstantJobs jobs = mock();
    private final ClusterService service = new ClusterService(
            mock(ClusterReader.class),
            mock(ClusterAccesses.class),
            mock(ClusterRegistrar.class),
            mock(ConnectionCheck.class),
            mock(ClusterChecks.class),
            running,
            jobs,
            Clock.systemUTC());

    @Test
    void a_check_that_cannot_even_be_asked_for_is_not_waited_for() {
        doThrow(new DataAccessResourceFailureException("away")).when(jobs).start(any());

        assertThatThrownBy(() -> service.requestCheck(new ClusterId(1)))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(running.of(new ClusterId(1))).isNull();
    }
}
