package io.ansflow.namespace;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Needs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Editing namespaces of real clusters. */
@Needs(Needs.Part.CLUSTER)
class NamespaceEditingTest extends RealNamespaceTest {
    @Test
    void an_edit_changes_what_was_changed_and_nothing_else() {
        create(draft());
        NamespaceDetail seen = got(namespaces.find(cluster, name));
        namespace.api().patch("/api/v1/namespaces/" + name, "{\"metadata\":{\"labels\":{\"later\":\"yes\"}}}");
        var edit = new NamespaceEdit(
                seen,
                Map.of("tier", "gold"),
                seen.annotations(),
                Optional.of(new Quota(null, null, null, quantity("5"))),
                false);
        NamespaceDetail edited = got(namespaces.edit(cluster, edit));
        assertThat(edited.labels())
                .containsEntry("tier", "gold")
                .containsEntry("later", "yes")
                .doesNotContainKey("team");
        assertThat(edited.annotations()).containsEntry("owner", "李雷");
        assertThat(got(edited.quotas()).getFirst().lines())
                .extracting(QuotaUse.Line::resource)
                .containsExactly("pods");
        assertThat(audited(cluster).get(1).details()).isEqualTo("labels tier=gold -team");

        var withoutQuota =
                new NamespaceEdit(edited, edited.labels(), edited.annotations(), Optional.of(Quota.NONE), false);
        assertThat(got(got(namespaces.edit(cluster, withoutQuota)).quotas())).isEmpty();
    }

    @Test
    void what_others_decided_about_is_changed_only_on_purpose() {
        create(draft());
        namespace
                .api()
                .patch(
                        "/api/v1/namespaces/" + name + "?fieldManager=helm",
                        "{\"metadata\":{\"labels\":{\"release\":\"a\",\"chart\":\"b\"}}}");
        NamespaceDetail seen = got(namespaces.find(cluster, name));
        var changed = new NamespaceEdit(
                seen,
                Map.of("team", "shop", "release", "z", "chart", "b"),
                seen.annotations(),
                Optional.empty(),
                false);
        ClusterFailure conflict = failure(namespaces.edit(cluster, changed));
        assertThat(conflict)
                .isEqualTo(ClusterFailure.because(
                        FailureCode.CONFLICT, "owner", "namespaces/" + name, "helm", ".metadata.labels.release"));
        var removed = new NamespaceEdit(
                seen, Map.of("team", "shop", "release", "a"), seen.annotations(), Optional.empty(), false);
        assertThat(failure(namespaces.edit(cluster, removed)))
                .isEqualTo(ClusterFailure.because(
                        FailureCode.CONFLICT, "owner", "namespaces/" + name, "helm", ".metadata.labels.chart"));
        assertThat(got(namespaces.find(cluster, name)).labels()).isEqualTo(seen.labels());

        var both = new NamespaceEdit(
                seen, Map.of("team", "shop", "release", "z"), seen.annotations(), Optional.empty(), true);
        assertThat(got(namespaces.edit(cluster, both)).labels())
                .containsEntry("release", "z")
                .doesNotContainKey("chart");
    }
}
