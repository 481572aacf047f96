package io.ansflow.workload;

import static io.ansflow.testing.Answers.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What people see of objects as YAML, against a real cluster. */
@Needs(Needs.Part.CLUSTER)
class ShownManifestsTest extends RealWorkloadTest {
    @Autowired
    Manifests manifests;

    @Test
    void what_is_shown_can_be_applied_again() {
        Target web = fixtures.deployment("web", 1);
        String yaml = got(manifests.yaml(web));
        assertThat(yaml).contains("kind: Deployment").doesNotContain("managedFields");
        assertThat(manifests.problem(yaml)).isEmpty();
        assertThat(manifests.plan(cluster, yaml, "default", false))
                .singleElement()
                .isInstanceOf(ManifestPlan.Same.class);
        String other = yaml.replace(String.valueOf(web.uid()), "another");
        assertThat(manifests.plan(cluster, other, "default", false))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Refused.class,
                        refused -> assertThat(refused.failure().reason()).isEqualTo("replaced"));
    }

    @Test
    void the_values_of_secrets_are_seen_by_those_who_ask_and_are_written_down() {
        Target login = fixtures.create(
                "secrets",
                "login",
                "{'metadata':{'name':'NAME'},'data':{'password':'aHVudGVyMg==','user':'bGlsZWk='}}");
        String masked = got(manifests.yaml(login));
        assertThat(masked).contains("password: " + KubeObject.MASK).doesNotContain("aHVudGVyMg");
        assertThat(manifests.problem(masked)).isPresent();
        assertThatThrownBy(() -> manifests.apply(cluster, masked, namespace.name(), true, applied -> {}))
                .isInstanceOf(InvalidInput.class);

        String revealed = got(manifests.yamlWithValues(login));
        assertThat(revealed).contains("password: aHVudGVyMg==");
        assertThat(audited(cluster).getFirst().action()).isEqualTo("workload.reveal");
        assertThat(audited(cluster).getFirst().target()).isEqualTo(login.path());
        assertThat(manifests.plan(cluster, revealed, "default", false))
                .singleElement()
                .isInstanceOf(ManifestPlan.Same.class);
        assertThat(manifests.plan(cluster, revealed.replace("aHVudGVyMg==", "aHVudGVyMw=="), "default", true))
                .singleElement()
                .isInstanceOfSatisfying(
                        ManifestPlan.Changes.class,
                        changes -> assertThat(changes.diff())
                                .contains("-  password: " + KubeObject.MASK, "+  password: " + SecretChanges.CHANGED)
                                .doesNotContain("aHVudGVyM", "-  user"));

        assertThatThrownBy(() -> manifests.yamlWithValues(target("configmaps", "x")))
                .isInstanceOf(InvalidInput.class);
        actAs("hanmeimei", Role.VIEWER);
        assertThat(got(manifests.yaml(login))).doesNotContain("aHVudGVyMg");
        assertThatThrownBy(() -> manifests.yamlWithValues(login)).isInstanceOf(AccessDeniedException.class);
    }
}
