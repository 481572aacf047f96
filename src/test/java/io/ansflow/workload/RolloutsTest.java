package io.ansflow.workload;

import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.Text;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.testing.Needs;
import io.ansflow.workload.RolloutStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rollouts followed to their end in a real cluster. It has no nodes: pods are what a test says. */
@Needs(Needs.Part.CLUSTER)
class RolloutsTest extends RealWorkloadTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Workloads workloads;

    @Autowired
    Rollouts rollouts;

    @Test
    void a_rollout_is_followed_to_its_end() {
        Target web = fixtures.deployment("web", 1);
        List<RolloutStatus> told = new ArrayList<>();
        RolloutStatus end = got(rollouts.follow(web, LONG, status -> {
            told.add(status);
            fixtures.pods().forEach(this::makeReady);
        }));
        assertThat(end).isEqualTo(new RolloutStatus(State.COMPLETE, 1, 1, 1, 1, 0, List.of()));
        assertThat(told.getFirst().state()).isEqualTo(State.PROGRESSING);
        assertThat(told.getLast()).isEqualTo(end);
    }

    @Test
    void says_that_a_quota_keeps_a_rollout() {
        fixtures.create("resourcequotas", "q", "{'metadata':{'name':'NAME'},'spec':{'hard':{'pods':'0'}}}");
        Target web = fixtures.deployment("web", 1);
        RolloutStatus end = got(rollouts.follow(web, Duration.ofSeconds(6), status -> {}));
        assertThat(end.state()).isEqualTo(State.TIMED_OUT);
        assertThat(end.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.key()).isEqualTo("workload.obstacle.creation");
            assertThat(obstacle.arguments().toString()).contains("exceeded quota: q");
        });
    }

    @Test
    void says_which_container_cannot_start() {
        Target web = fixtures.deployment("web", 1);
        RolloutStatus end = got(rollouts.follow(
                web,
                Duration.ofSeconds(6),
                status -> fixtures.pods()
                        .forEach(pod -> fixtures.patchStatus(
                                target("pods", pod),
                                "{'status':{'containerStatuses':[{'name':'c','image':'web:1','imageID':'','ready':false,"
                                        + "'restartCount':0,'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}}"))));
        assertThat(end.obstacles())
                .containsExactly(Text.of("workload.obstacle.waiting", 1, "c", "ImagePullBackOff", "web:1"));
    }

    @Test
    void a_rollout_ends_with_its_workload() {
        Target web = fixtures.deployment("web", 1);
        assertThat(got(rollouts.follow(target("deployments", "web", "4711"), Duration.ZERO, status -> {}))
                        .state())
                .isEqualTo(State.GONE);
        got(workloads.pause(web, true));
        fixtures.patch(web, "{'spec':{'template':{'metadata':{'labels':{'tier':'b'}}}}}");
        assertThat(got(rollouts.follow(web, LONG, status -> {})).state()).isEqualTo(State.PAUSED);
        got(workloads.delete(web, Deletion.NORMAL));
        assertThat(got(rollouts.follow(web, LONG, status -> {})).state()).isEqualTo(State.GONE);
        assertThatThrownBy(() -> rollouts.follow(target("pods", "web"), LONG, status -> {}))
                .isInstanceOf(InvalidInput.class);
    }

    private void makeReady(String pod) {
        fixtures.patchStatus(
                target("pods", pod), "{'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}}");
    }

    private Target target(String kind, String name, String uid) {
        return new Target(cluster, kind, namespace.name(), name, uid);
    }
}
