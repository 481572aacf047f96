package io.ansflow.namespace;

import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.OperationItem;
import io.ansflow.operation.OperationJob;
import io.ansflow.operation.OperationKind;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.operation.Operations;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestNamespace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** The creation of namespaces in several real clusters as a job. */
@Needs(Needs.Part.CLUSTER)
class CreationJobsTest extends RealClusterTest {
    private static final Quota TWO_PODS =
            new Quota(null, null, null, Quantity.parse("2").orElseThrow());

    @Autowired
    Namespaces namespaces;

    @Autowired
    CreationOperation operation;

    @Autowired
    Operations operations;

    @Autowired
    ApplicationContext application;

    private NamespaceName name;
    private NamespaceDraft draft;

    @BeforeEach
    void choose_a_name() {
        name = new NamespaceName(TestNamespace.newName());
        draft = new NamespaceDraft(name, Map.of("team", "shop"), Map.of("owner", "李雷"), TWO_PODS, ContainerLimits.NONE);
    }

    @AfterEach
    void remove_it() {
        for (RealCluster where : List.of(RealCluster.first(), RealCluster.second())) {
            try (RealApi api = new RealApi(where)) {
                api.delete("/api/v1/namespaces/" + name);
            } catch (IllegalStateException e) {
                // Never created there, or on its way.
            }
        }
    }

    @Test
    void creates_it_where_it_can_and_tries_again_where_it_could_not() {
        ClusterId two =
                registered("two", RealCluster.second(), RealCluster.second().token(), Environment.TESTING);
        namespaces.create(List.of(cluster), bare(), creation -> {});

        OperationId id = namespaces.start(List.of(cluster, two), draft);
        OperationJob.run(application, id);

        List<OperationItem> items = operations.items(id);
        assertThat(items).extracting(OperationItem::clusterName).containsExactly("one", "two");
        assertThat(items).extracting(OperationItem::state).containsExactly(ItemState.FAILED, ItemState.DONE);
        assertThat(items.getFirst().failure())
                .isEqualTo(ClusterFailure.of(FailureCode.ALREADY_EXISTS, "namespaces/" + name));
        NamespaceDetail created = got(namespaces.find(two, name));
        assertThat(created.labels()).containsEntry("team", "shop");
        assertThat(created.annotations()).containsEntry("owner", "李雷");
        assertThat(got(created.quotas())).hasSize(1);

        namespace.api().delete("/api/v1/namespaces/" + name);
        eventually().until(() -> namespaces.find(cluster, name) instanceof Answer.Failed<NamespaceDetail>);
        operations.retry(id);
        OperationJob.run(application, id);
        assertThat(operations.items(id)).extracting(OperationItem::state).containsOnly(ItemState.DONE);
        assertThat(got(got(namespaces.find(cluster, name)).quotas())).hasSize(1);
    }

    @Test
    void makes_up_for_what_was_left_out_of_the_namespace_that_it_created() {
        String uid = uid(namespaces.create(List.of(cluster), bare(), creation -> {}));
        ClusterFailure refused = ClusterFailure.of(FailureCode.FORBIDDEN, "patch", "resourcequotas");
        assertThat(perform(false, refused, uid)).isEqualTo(new Outcome.Done(uid));
        assertThat(got(got(namespaces.find(cluster, name)).quotas())).hasSize(1);
    }

    @Test
    void a_creation_that_was_cut_off_is_taken_up_again() {
        String uid = uid(namespaces.create(List.of(cluster), bare(), creation -> {}));
        assertThat(perform(true, null, "")).isEqualTo(new Outcome.Done(uid));
    }

    @Test
    void a_namespace_that_others_made_meanwhile_is_not_touched() {
        namespace
                .api()
                .create(
                        "/api/v1/namespaces",
                        "{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{\"team\":\"other\"}}}");
        assertThat(perform(true, null, ""))
                .isEqualTo(Outcome.failed(ClusterFailure.of(FailureCode.ALREADY_EXISTS, "namespaces/" + name)));
        assertThat(got(namespaces.find(cluster, name)).labels()).containsEntry("team", "other");
    }

    @Test
    void a_viewer_starts_none() {
        actAs("hanmeimei", Role.VIEWER);
        assertThatThrownBy(() -> namespaces.start(List.of(cluster), draft)).isInstanceOf(AccessDeniedException.class);
    }

    private Outcome perform(boolean interrupted, @Nullable ClusterFailure failure, String memo) {
        var step = new OperationKind.Step(
                NamespaceObject.target(cluster, NamespaceReader.ref(name)), Text.of("namespace.create.what"), "");
        return operation.perform(
                JsonMapper.shared().writeValueAsString(draft),
                new Attempt(step, Instant.EPOCH, interrupted, failure, memo));
    }

    private NamespaceDraft bare() {
        return new NamespaceDraft(name, Map.of(), Map.of(), Quota.NONE, ContainerLimits.NONE);
    }

    private static String uid(List<Creation> creations) {
        return ((Creation.Created) creations.getFirst()).uid();
    }
}
