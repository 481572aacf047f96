package io.ansflow.operation;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What changes to clusters have in common, against a real one. */
@Needs(Needs.Part.CLUSTER)
@RecordApplicationEvents
class OperationsTest extends RealClusterTest {
    @Autowired
    ClusterObjects objects;

    @Autowired
    Permissions permissions;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_change_is_on_record_before_it_is_made_and_after_it() {
        Target target = configMap();
        KubeObject changed = got(objects.change(new Change("workload.apply", target, "color red"), api -> {
            AuditEntry begun = audited(cluster).getFirst();
            assertThat(begun.actor()).isEqualTo("lilei");
            assertThat(begun.clusterName()).isEqualTo("one");
            assertThat(begun.target()).isEqualTo(namespace.name() + "/configmaps/settings");
            assertThat(begun.details()).isEqualTo("color red");
            assertThat(begun.outcome()).isEqualTo(Outcome.STARTED);
            return Targets.ref(api, target)
                    .then(ref -> api.patch(ref, PatchType.MERGE, data("red"), WriteMode.PERSIST));
        }));
        assertThat(audited(cluster).getFirst().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(events.stream(ResourceChanged.class))
                .containsExactly(
                        new ResourceChanged(cluster, "configmaps", namespace.name(), "settings", changed, false));
    }

    @Test
    void a_change_that_failed_is_on_record_and_no_news() {
        Target target = new Target(cluster, "configmaps", namespace.name(), "absent", null);
        ClusterFailure failure = failure(objects.change(
                new Change("workload.apply", target, ""),
                api -> Targets.ref(api, target)
                        .then(ref -> api.patch(ref, PatchType.MERGE, data("red"), WriteMode.PERSIST))));
        AuditEntry entry = audited(cluster).getFirst();
        assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(entry.why()).isEqualTo(failure.message());
        assertThat(events.stream(ResourceChanged.class)).isEmpty();
    }

    @Test
    void what_is_gone_is_news() {
        Target target = configMap();
        got(objects.delete(
                new Change("workload.delete", target, ""),
                api -> Targets.get(api, target)
                        .then(object -> Targets.ref(api, target)
                                .then(ref -> api.delete(ref, DeleteRequest.of(object.uid()))))));
        assertThat(events.stream(ResourceChanged.class))
                .containsExactly(new ResourceChanged(cluster, "configmaps", namespace.name(), "settings", null, true));
    }

    @Test
    void an_object_that_was_made_anew_is_another_one() {
        Target target = configMap();
        Target other = new Target(cluster, "configmaps", namespace.name(), "settings", "4711");
        assertThat(failure(objects.read(cluster, api -> Targets.get(api, other)))
                        .reason())
                .isEqualTo("replaced");
        assertThat(got(objects.read(cluster, api -> Targets.get(api, target))).name())
                .isEqualTo("settings");
    }

    @Test
    void an_impossible_name_is_that_of_no_object() {
        for (Target target : List.of(
                new Target(cluster, "configmaps", namespace.name(), "../../secrets", null),
                new Target(cluster, "configmaps", "", "settings", null),
                new Target(cluster, "nodes", "default", "n", null))) {
            assertThat(failure(objects.read(cluster, api -> Targets.get(api, target))))
                    .isEqualTo(ClusterFailure.of(FailureCode.NOT_FOUND, target.path()));
        }
    }

    @Test
    void a_cluster_that_is_not_registered_is_a_failure() {
        assertThat(failure(objects.read(new ClusterId(987_654), api -> Answer.of(1))))
                .isEqualTo(ClusterFailure.because(FailureCode.NOT_FOUND, "cluster"));
    }

    @Test
    void asks_the_cluster_what_its_credential_may() {
        var delete = new AccessQuestion("delete", "apps", "deployments", "", "default", "");
        var scale = new AccessQuestion("update", "apps", "deployments", "scale", "default", "");
        var get = new AccessQuestion("get", "apps", "deployments", "", "default", "");
        ClusterId viewed = registered("viewed", real, real.viewerToken(), Environment.TESTING);
        assertThat(permissions.of(cluster, List.of(delete, get)).values()).containsOnly(new Permission.Granted());
        assertThat(permissions.of(viewed, List.of(delete, scale, get)))
                .isEqualTo(Map.of(
                        delete, new Permission.Denied(Text.of("operation.denied", "delete", "deployments.apps")),
                        scale, new Permission.Denied(Text.of("operation.denied", "update", "deployments/scale.apps")),
                        get, new Permission.Granted()));
        assertThat(permissions.of(new ClusterId(987_654), List.of(get)))
                .isEqualTo(Map.of(get, new Permission.Unknown()));
    }

    @Test
    void nobody_gets_no_answer() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> permissions.of(new ClusterId(1), List.of()))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private Target configMap() {
        String path = "/api/v1/namespaces/" + namespace.name() + "/configmaps";
        namespace.api().create(path, "{\"metadata\":{\"name\":\"settings\"},\"data\":{\"color\":\"blue\"}}");
        String uid = namespace
                .api()
                .get(path + "/settings")
                .path("metadata")
                .path("uid")
                .asString();
        return new Target(cluster, "configmaps", namespace.name(), "settings", uid);
    }

    private static ObjectNode data(String color) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        patch.putObject("data").put("color", color);
        return patch;
    }
}
