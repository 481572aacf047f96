package io.ansflow.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Text;
import io.ansflow.workload.RolloutStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a status says of a rollout, as {@code kubectl rollout status} has it. */
class RolloutStatusesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'replicas':3 | 'observedGeneration':1,'replicas':3,'updatedReplicas':3,'availableReplicas':3 | PROGRESSING
        'replicas':3 | 'observedGeneration':2,'replicas':3,'updatedReplicas':2,'availableReplicas':3 | PROGRESSING
        'replicas':3 | 'observedGeneration':2,'replicas':4,'updatedReplicas':3,'availableReplicas':3 | PROGRESSING
        'replicas':3 | 'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':2 | PROGRESSING
        'replicas':3 | 'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':3 | COMPLETE
        'replicas':0 | 'observedGeneration':2                                                        | COMPLETE
        'replicas':3,'paused':true | 'observedGeneration':2,'replicas':3,'updatedReplicas':1         | PAUSED
        'replicas':3,'paused':true | 'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':3 | COMPLETE
        'replicas':3 | 'observedGeneration':2,'updatedReplicas':1,'conditions':[{'type':'Progressing','reason':'ProgressDeadlineExceeded'}] | STUCK
        'replicas':3 | 'observedGeneration':1,'updatedReplicas':1,'conditions':[{'type':'Progressing','reason':'ProgressDeadlineExceeded'}] | PROGRESSING
        """)
    void deployments(String spec, String status, State expected) {
        assertThat(state("deployments", spec, status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'replicas':2 | 'observedGeneration':2,'replicas':2,'readyReplicas':1,'updateRevision':'a','currentRevision':'a' | PROGRESSING
        'replicas':2 | 'observedGeneration':2,'replicas':2,'readyReplicas':2,'updateRevision':'b','currentRevision':'a','updatedReplicas':1 | PROGRESSING
        'replicas':2 | 'observedGeneration':2,'replicas':3,'readyReplicas':3,'updateRevision':'a','currentRevision':'a' | PROGRESSING
        'replicas':2 | 'observedGeneration':2,'replicas':2,'readyReplicas':2,'updateRevision':'a','currentRevision':'a' | COMPLETE
        'replicas':3,'updateStrategy':{'type':'RollingUpdate','rollingUpdate':{'partition':2}} | 'observedGeneration':2,'replicas':3,'readyReplicas':3,'updateRevision':'b','currentRevision':'a','updatedReplicas':1 | COMPLETE
        'replicas':2,'updateStrategy':{'type':'OnDelete'} | 'observedGeneration':2,'replicas':2,'readyReplicas':2,'updateRevision':'b','currentRevision':'a' | PAUSED
        """)
    void stateful_sets(String spec, String status, State expected) {
        assertThat(state("statefulsets", spec, status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        '':0 | 'observedGeneration':1,'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':2 | PROGRESSING
        '':0 | 'observedGeneration':2,'desiredNumberScheduled':2,'updatedNumberScheduled':1,'numberAvailable':2 | PROGRESSING
        '':0 | 'observedGeneration':2,'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':1 | PROGRESSING
        '':0 | 'observedGeneration':2,'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':2 | COMPLETE
        'updateStrategy':{'type':'OnDelete'} | 'observedGeneration':2,'desiredNumberScheduled':2,'updatedNumberScheduled':1,'numberAvailable':2 | PAUSED
        """)
    void daemon_sets(String spec, String status, State expected) {
        assertThat(state("daemonsets", spec, status)).isEqualTo(expected);
    }

    @Test
    void one_sentence_for_all_pods_that_have_the_same() {
        String waiting = "{'status':{'containerStatuses':[{'name':'app','image':'shop:9','state':{'waiting':"
                + "{'reason':'ImagePullBackOff'}}}]}}";
        String creating = waiting.replace("ImagePullBackOff", "ContainerCreating");
        String deleted =
                waiting.replace("{'status'", "{'metadata':{'deletionTimestamp':'2026-01-01T00:00:00Z'},'status'");
        String pending = "{'status':{'conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable',"
                + "'message':'0/3 nodes are available'}]}}";
        assertThat(Obstacles.ofPods(List.of(
                        KubeObjects.of(waiting),
                        KubeObjects.of(waiting),
                        KubeObjects.of(creating),
                        KubeObjects.of(deleted),
                        KubeObjects.of(pending))))
                .containsExactly(
                        Text.of("workload.obstacle.waiting", 2, "app", "ImagePullBackOff", "shop:9"),
                        Text.of("workload.obstacle.unschedulable", 1, "0/3 nodes are available"));
    }

    private static State state(String kind, String spec, String status) {
        return RolloutStatuses.of(
                        kind,
                        KubeObjects.of("{'metadata':{'generation':2},'spec':{" + spec + "},'status':{" + status + "}}"))
                .state();
    }
}
