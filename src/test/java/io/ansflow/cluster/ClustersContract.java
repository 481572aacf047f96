package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.testing.FakeClusterApis;
import io.ansflow.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the cluster services promise, on every database. The clusters are made up; everything else is real. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false"})
@Import(ClustersContract.Fakes.class)
@WithMockUser(roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
abstract class ClustersContract {
    private static final String TOKEN = "very-secret-token-8d1f";

    @TempDir
    static Path data;

    @Autowired
    Clusters clusters;

    @Autowired
    FakeClusterApis apis;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("ansflow.data", data::toString);
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        @Primary
        FakeClusterApis fakeClusterApis() {
            return new FakeClusterApis();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @BeforeEach
    void start_without_clusters() {
        database.sql("delete from cluster").update();
        apis.healthy("one.example");
        apis.failing("dead.example", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "dead.example:443"));
    }

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
    void the_credential_is_stored_encrypted_and_used_in_clear() {
        ClusterId id = register(draft("one", "https://one.example"));
        byte[] ciphertext = database.sql("select ciphertext from cluster_credential where cluster_id = ?")
                .param(id.value())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN);
        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
        assertThat(apis.opened().getLast().toString()).doesNotContain(TOKEN);
    }

    @Test
    void an_edit_keeps_the_credential() {
        ClusterId id = register(draft("one", "https://one.example"));
        change(id, withoutToken(draft("renamed", "https://one.example")));
        assertThat(clusters.find(id).orElseThrow().name()).isEqualTo("renamed");
        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
    }

    @Test
    void who_edits_what_somebody_else_has_edited_meanwhile_does_not_overwrite_it() {
        ClusterId id = register(draft("one", "https://one.example"));
        Cluster seen = clusters.find(id).orElseThrow();
        change(id, draft("first", "https://one.example"));
        int opened = apis.opened().size();

        assertThatThrownBy(
                        () -> clusters.change(seen, draft("second", "https://one.example"), true, CheckProgress.NONE))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(clusters.find(id).orElseThrow().name()).isEqualTo("first");
        assertThat(apis.opened()).as("tested in vain").hasSize(opened);
        assertThat(change(id, draft("second", "https://one.example"))).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void the_last_to_look_does_not_overwrite_what_was_saved_during_their_test() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        Cluster seen = clusters.find(id).orElseThrow();
        Callable<SaveResult> slow =
                () -> clusters.change(seen, draft("slow", "https://slow.example"), false, CheckProgress.NONE);

        var outcome = during(slow, () -> change(id, draft("fast", "https://one.example")));

        assertThat(outcome).isInstanceOf(ChangedMeanwhile.class);
        assertThat(clusters.find(id).orElseThrow().name()).isEqualTo("fast");
        assertThat(clusters.find(id).orElseThrow().server()).hasHost("one.example");
        assertThat(database.sql("select outcome from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void what_was_deleted_during_the_test_of_an_edit_is_gone() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        Cluster seen = clusters.find(id).orElseThrow();
        Callable<SaveResult> slow =
                () -> clusters.change(seen, draft("slow", "https://slow.example"), false, CheckProgress.NONE);

        assertThat(during(slow, () -> clusters.delete(id, "one"))).isInstanceOf(NoSuchElementException.class);

        assertThat(clusters.list()).isEmpty();
        assertThatThrownBy(() -> clusters.change(seen, draft("one", "https://one.example"), true, CheckProgress.NONE))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_new_credential_is_an_edit_as_well() {
        ClusterId id = register(draft("one", "https://one.example"));
        Cluster seen = clusters.find(id).orElseThrow();

        change(id, draft("one", "https://one.example"));

        assertThatThrownBy(() -> clusters.change(seen, draft("one", "https://one.example"), true, CheckProgress.NONE))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void a_check_is_no_edit() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        Cluster seen = clusters.find(id).orElseThrow();

        clusters.check(id, CheckProgress.NONE);

        assertThat(clusters.find(id).orElseThrow().revision()).isEqualTo(seen.revision());
        assertThat(clusters.change(seen, draft("two", "https://one.example"), true, CheckProgress.NONE))
                .isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void who_edits_the_former_default_learns_that_it_is_the_default_no_longer() {
        ClusterId first = register(defaultDraft("first"));
        ClusterId other = register(draft("other", "https://one.example"));
        change(first, defaultDraft("still first"));
        Cluster former = clusters.find(first).orElseThrow();
        Cluster bystander = clusters.find(other).orElseThrow();

        ClusterId second = register(defaultDraft("second"));

        assertThatThrownBy(() -> clusters.change(former, defaultDraft("first"), true, CheckProgress.NONE))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(clusters.find(second).orElseThrow().defaultCluster()).isTrue();
        assertThat(clusters.change(bystander, draft("renamed", "https://one.example"), true, CheckProgress.NONE))
                .isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void a_credential_that_cannot_be_decrypted_any_more_can_be_entered_again() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        database.sql("update cluster_credential set ciphertext = ?")
                .param(new byte[] {1})
                .update();
        clusters.check(id, CheckProgress.NONE);
        assertThat(clusters.find(id).orElseThrow().status().failures())
                .extracting(ClusterFailure::reason)
                .containsExactly("undecryptable");

        assertThatThrownBy(() -> change(id, withoutToken(draft("one", "https://one.example"))))
                .isInstanceOfSatisfying(
                        InvalidCluster.class, e -> assertThat(e.field()).isEqualTo("token"));
        change(id, draft("one", "https://one.example"));

        assertThat(apis.opened().getLast().client().headers()).containsValue("Bearer " + TOKEN);
    }

    @Test
    void a_stored_credential_is_never_sent_to_another_address() {
        apis.healthy("evil.example");
        ClusterId id = register(draft("one", "https://one.example"));
        int opened = apis.opened().size();
        ClusterDraft redirected = withoutToken(draft("one", "https://evil.example"));
        assertThatThrownBy(() -> clusters.test(redirected, Optional.of(id), CheckProgress.NONE))
                .isInstanceOfSatisfying(
                        InvalidCluster.class, e -> assertThat(e.field()).isEqualTo("token"));
        assertThatThrownBy(() -> change(id, redirected)).isInstanceOf(InvalidCluster.class);
        assertThat(apis.opened()).hasSize(opened);
    }

    @Test
    void a_stored_credential_is_not_sent_without_verification_if_it_was_registered_with() {
        ClusterId id = register(draft("one", "https://one.example"));
        ClusterDraft draft = withoutToken(draft("one", "https://one.example"));
        ClusterDraft unverified = new ClusterDraft(
                draft.name(),
                draft.description(),
                draft.type(),
                draft.environment(),
                draft.defaultNamespace(),
                draft.defaultCluster(),
                draft.server(),
                draft.authMethod(),
                draft.credentials(),
                false);
        assertThatThrownBy(() -> change(id, unverified)).isInstanceOf(InvalidCluster.class);
    }

    @Test
    void facts_outlive_the_connection_with_their_age() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        var registered = clock.instant();
        apis.failing("one.example", ClusterFailure.of(FailureCode.CONNECT_TIMEOUT, "one.example:443"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(clusters.check(id, CheckProgress.NONE).reachability()).isEqualTo(Reachability.UNREACHABLE);
        ClusterStatus status = clusters.find(id).orElseThrow().status();
        assertThat(status.current()).isFalse();
        assertThat(status.factsAt()).isEqualTo(registered);
        assertThat(status.facts()).isNotNull();
        assertThat(status.since()).isEqualTo(clock.instant());
    }

    @Test
    void the_next_check_backs_off_while_a_cluster_stays_down_and_returns_to_normal() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        apis.failing("one.example", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "one.example:443"));
        for (int i = 0; i < 8; i++) {
            clusters.check(id, CheckProgress.NONE);
        }
        assertThat(nextCheckIn(id)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        apis.healthy("one.example");
        clusters.check(id, CheckProgress.NONE);
        assertThat(nextCheckIn(id)).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    }

    @Test
    void a_cluster_changed_during_its_check_is_checked_anew() throws Exception {
        ClusterId id = register(draft("one", "https://one.example"));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        apis.answering("one.example", () -> {
            asked.countDown();
            await(changed);
            return Answer.of("v1.0.0-of-the-old-address");
        });
        apis.answering("two.example", () -> Answer.of("v2"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var context = SecurityContextHolder.getContext();
            var check = executor.submit(
                    new DelegatingSecurityContextCallable<>(() -> clusters.check(id, CheckProgress.NONE), context));
            await(asked);
            change(id, draft("one", "https://two.example"));
            changed.countDown();
            assertThat(check.get())
                    .isInstanceOfSatisfying(
                            Diagnosis.Connected.class,
                            connected -> assertThat(connected.facts().version()).isEqualTo("v2"));
        }
        assertThat(clusters.find(id).orElseThrow().status().facts())
                .isNotNull()
                .satisfies(facts -> assertThat(facts.version()).isEqualTo("v2"));
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

    private ClusterId register(ClusterDraft draft) {
        if (clusters.register(draft, false, CheckProgress.NONE) instanceof SaveResult.Saved saved) {
            return saved.id();
        }
        throw new AssertionError("not saved");
    }

    private SaveResult change(ClusterId id, ClusterDraft draft) {
        return clusters.change(clusters.find(id).orElseThrow(), draft, false, CheckProgress.NONE);
    }

    /** What an edit to slow.example throws if something else happens while the cluster is tested. */
    private Throwable during(Callable<SaveResult> edit, Runnable meanwhile) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch happened = new CountDownLatch(1);
        apis.answering("slow.example", () -> {
            asked.countDown();
            await(happened);
            return Answer.of("v1");
        });
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    executor.submit(new DelegatingSecurityContextCallable<>(edit, SecurityContextHolder.getContext()));
            await(asked);
            meanwhile.run();
            happened.countDown();
            return Objects.requireNonNull(catchThrowable(running::get).getCause());
        }
    }

    private Duration nextCheckIn(ClusterId id) {
        var next = clusters.find(id).orElseThrow().status().nextCheckAt();
        assertThat(next).isNotNull();
        return Duration.between(clock.instant(), next);
    }

    private static ClusterDraft draft(String name, String server) {
        return new ClusterDraft(
                name,
                "",
                ClusterType.STANDARD,
                Environment.TESTING,
                "default",
                false,
                server,
                "token",
                Map.of("token", TOKEN),
                true);
    }

    private static ClusterDraft defaultDraft(String name) {
        return new ClusterDraft(
                name,
                "",
                ClusterType.KIND,
                Environment.PRODUCTION,
                "default",
                true,
                "https://one.example",
                "token",
                Map.of("token", TOKEN),
                true);
    }

    private static ClusterDraft withoutToken(ClusterDraft draft) {
        return new ClusterDraft(
                draft.name(),
                draft.description(),
                draft.type(),
                draft.environment(),
                draft.defaultNamespace(),
                draft.defaultCluster(),
                draft.server(),
                draft.authMethod(),
                Map.of(),
                draft.verifyTls());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
