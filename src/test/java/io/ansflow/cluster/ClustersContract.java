package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** What the cluster services promise, on every database. */
abstract class ClustersContract extends ClusterChecksContract {
    @Test
    void registers_a_cluster_with_what_the_test_found() {
        ClusterId id = register(draft("生产 one", "https://one.example"));
        Cluster cluster = clusters.find(id).orElseThrow();
        assertThat(cluster.name()).isEqualTo("生产 one");
        assertThat(cluster.server()).hasHost("one.example");
        assertThat(cluster.storedCredentials()).containsExactly("token");
        assertThat(cluster.status().reachability()).isEqualTo(Reachability.CONNECTED);
        assertThat(cluster.status().facts()).isNotNull().satisfies(facts -> {
            assertThat(facts.version()).isEqualTo("v1.33.2");
            assertThat(facts.podsRunning()).isEqualTo(18);
        });
        assertThat(cluster.status().checkedAt()).isEqualTo(clock.instant());
        assertThat(cluster.status().nextCheckAt()).isAfter(clock.instant());
        assertThat(clusters.find(" 生产 ONE ")).contains(cluster);
    }

    @Test
    void an_unreachable_cluster_is_saved_only_on_demand() {
        ClusterDraft draft = draft("dead", "https://dead.example");
        assertThat(clusters.register(draft, false, CheckProgress.NONE)).isInstanceOf(SaveResult.Unreachable.class);
        assertThat(clusters.list()).isEmpty();
        assertThat(clusters.register(draft, true, CheckProgress.NONE)).isInstanceOf(SaveResult.Saved.class);
        ClusterStatus status = clusters.list().getFirst().status();
        assertThat(status.reachability()).isEqualTo(Reachability.UNREACHABLE);
        assertThat(status.failures())
                .containsExactly(ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "dead.example:443"));
        assertThat(status.facts()).isNull();
    }

    @Test
    void refuses_a_name_that_is_taken_whatever_its_case() {
        register(draft("one", "https://one.example"));
        assertThatThrownBy(() -> register(draft("ONE", "https://one.example")))
                .isInstanceOfSatisfying(
                        InvalidCluster.class, e -> assertThat(e.field()).isEqualTo("name"));
        assertThat(clusters.list()).hasSize(1);
    }

    @Test
    void an_address_as_long_as_it_may_be_is_stored() {
        String address = "https://one.example/" + "a".repeat(480);
        assertThat(clusters.find(register(draft("one", address))).orElseThrow().server())
                .hasToString(address);
    }

    @Test
    void names_that_differ_by_an_accent_are_different() {
        register(draft("resume", "https://one.example"));
        register(draft("resumé", "https://one.example"));
        assertThat(clusters.list()).hasSize(2);
    }

    @Test
    void at_most_one_cluster_is_the_default() {
        ClusterId first = register(defaultDraft("first"));
        ClusterId second = register(defaultDraft("second"));
        assertThat(clusters.find(first).orElseThrow().defaultCluster()).isFalse();
        assertThat(clusters.find(second).orElseThrow().defaultCluster()).isTrue();
        assertThatThrownBy(() -> database.sql("update cluster set default_cluster = true")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void deleting_needs_the_exact_name_and_leaves_nothing() {
        ClusterId id = register(draft("one", "https://one.example"));
        assertThatThrownBy(() -> clusters.delete(id, "One")).isInstanceOf(InvalidCluster.class);
        clusters.delete(id, "one");
        assertThat(clusters.find(id)).isEmpty();
        for (String table : List.of("cluster", "cluster_credential", "cluster_status")) {
            assertThat(database.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThatThrownBy(() -> clusters.check(id, CheckProgress.NONE)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @WithMockUser(roles = {"OPERATOR", "VIEWER"})
    void an_operator_checks_and_does_not_register() {
        assertThat(clusters.list()).isEmpty();
        assertThatThrownBy(() -> register(draft("one", "https://one.example")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> clusters.delete(new ClusterId(1), "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> clusters.check(new ClusterId(1_000_000), CheckProgress.NONE))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void a_viewer_only_looks() {
        assertThat(clusters.list()).isEmpty();
        assertThatThrownBy(() -> clusters.requestCheck(new ClusterId(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> clusters.test(draft("one", "https://one.example"), Optional.empty(), CheckProgress.NONE))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(authorities = "PASSWORD_CHANGE")
    void somebody_who_has_to_choose_a_password_sees_nothing() {
        assertThatThrownBy(() -> clusters.list()).isInstanceOf(AccessDeniedException.class);
    }
}
