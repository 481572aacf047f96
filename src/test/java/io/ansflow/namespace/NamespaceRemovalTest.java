package io.ansflow.namespace;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ResourceChanged;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Deleting namespaces of real clusters, until they are gone. */
@Needs(Needs.Part.CLUSTER)
@RecordApplicationEvents
class NamespaceRemovalTest extends RealNamespaceTest {
    @Autowired
    ApplicationEvents events;

    @Test
    void deletes_with_all_that_is_in_it_and_says_what_holds_it() {
        Creation.Created created = (Creation.Created) create(draft());
        String settings = "/api/v1/namespaces/" + name + "/configmaps/settings";
        namespace
                .api()
                .create(
                        "/api/v1/namespaces/" + name + "/configmaps",
                        "{\"metadata\":{\"name\":\"settings\",\"finalizers\":[\"example.com/hold\"]}}");
        assertThat(got(namespaces.delete(deletion(created.uid(), name.value(), false))))
                .isInstanceOf(NamespaceEnd.Terminating.class);
        assertThat(events.stream(ResourceChanged.class).toList().getLast().gone())
                .isFalse();

        List<NamespaceEnd> seen = new ArrayList<>();
        NamespaceEnd end = got(namespaces.follow(cluster, name, created.uid(), LONG, now -> {
            seen.add(now);
            if (now instanceof NamespaceEnd.Terminating(List<Text> holders) && !holders.isEmpty()) {
                namespace.api().patch(settings, "{\"metadata\":{\"finalizers\":null}}");
            }
        }));
        assertThat(end).isEqualTo(new NamespaceEnd.Gone());
        assertThat(seen.toString())
                .contains("namespace.holder.content")
                .contains("namespace.holder.finalizers")
                .contains("example.com/hold");
        assertThat(failure(namespaces.find(cluster, name)).code()).isEqualTo(FailureCode.NOT_FOUND);
        assertThat(events.stream(ResourceChanged.class).toList().getLast().gone())
                .isTrue();
    }

    @Test
    void deletes_only_what_is_meant() {
        String uid = namespace
                .api()
                .get("/api/v1/namespaces/" + namespace.name())
                .at("/metadata/uid")
                .asString();
        NamespaceName mine = new NamespaceName(namespace.name());
        assertRefused("typedName", new NamespaceDeletion(cluster, mine, uid, "other", true));
        for (String system : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            assertRefused("name", new NamespaceDeletion(cluster, new NamespaceName(system), "x", system, true));
        }
        ClusterId production = registered("production", real, real.token(), Environment.PRODUCTION);
        assertRefused("productionConfirmed", new NamespaceDeletion(production, mine, uid, mine.value(), false));
        assertThat(failure(namespaces.delete(new NamespaceDeletion(cluster, mine, "4711", mine.value(), true)))
                        .reason())
                .isEqualTo("replaced");
        assertThat(audited(cluster).getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(got(namespaces.find(cluster, mine)).terminating()).isFalse();
        assertThat(got(namespaces.delete(new NamespaceDeletion(production, mine, uid, mine.value(), true))))
                .isNotInstanceOf(NamespaceEnd.Alive.class);
    }

    @Test
    void a_viewer_only_looks() {
        actAs("hanmeimei", Role.VIEWER);
        assertThat(got(namespaces.find(cluster, new NamespaceName(namespace.name())))
                        .uid())
                .isNotEmpty();
        assertThatThrownBy(() -> namespaces.create(List.of(cluster), draft(), creation -> {}))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> namespaces.delete(deletion("4711", name.value(), true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void assertRefused(String field, NamespaceDeletion deletion) {
        assertThatThrownBy(() -> namespaces.delete(deletion))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private NamespaceDeletion deletion(String uid, String typedName, boolean confirmed) {
        return new NamespaceDeletion(cluster, name, uid, typedName, confirmed);
    }
}
