package io.ansflow.workload;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.testing.Needs;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Autoscalers of workloads of a real cluster. */
@Needs(Needs.Part.CLUSTER)
class AutoscalersTest extends RealWorkloadTest {
    @Autowired
    Autoscalers autoscalers;

    @Test
    void saves_an_autoscaler_and_leaves_its_other_metrics_alone() {
        Target web = fixtures.deployment("web", 1);
        assertThat(got(autoscalers.of(web))).isEmpty();
        var wanted = new Autoscaler("web", 2, 5, 70, null, null, 0);
        assertThat(got(autoscalers.save(web, wanted, false)).cpuPercent()).isEqualTo(70);
        fixtures.patch(
                target("horizontalpodautoscalers", "web"),
                "{'spec':{'metrics':[{'type':'Pods','pods':{'metric':{'name':'hits'},'target':{'type':'AverageValue',"
                        + "'averageValue':'10'}}},{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization',"
                        + "'averageUtilization':70}}}]}}");
        Autoscaler found = got(autoscalers.of(web)).orElseThrow();
        assertThat(found).isEqualTo(new Autoscaler("web", 2, 5, 70, null, 0, 1));

        var changed = new Autoscaler("web", 2, 9, null, 80, null, 1);
        assertThat(failure(autoscalers.save(web, changed, false)).reason()).isEqualTo("owner");
        assertThat(got(autoscalers.save(web, changed, true))).isEqualTo(new Autoscaler("web", 2, 9, null, 80, 0, 1));
        assertThat(audited(cluster).getFirst().details()).isEqualTo("deployments/web 2–9, memory 80%");
    }

    @Test
    void an_autoscaler_makes_sense_or_is_refused() {
        Target web = target("deployments", "web");
        Map<String, Autoscaler> refused = Map.of(
                "min", new Autoscaler("web", 0, 5, 70, null, null, 0),
                "max", new Autoscaler("web", 3, 2, 70, null, null, 0),
                "memoryPercent", new Autoscaler("web", 1, 2, 70, 0, null, 0),
                "cpuPercent", new Autoscaler("web", 1, 2, null, null, null, 0));
        refused.forEach((field, autoscaler) -> assertThatThrownBy(() -> autoscalers.save(web, autoscaler, false))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field)));
    }
}
