package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What becomes of what two people, or a person and a check, do to a cluster at once. */
abstract class ClusterEditsContract extends ClustersTest {
    @MockitoSpyBean
    private ClusterRepository repository;

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
        assertThat(lastOutcome()).isEqualTo("FAILED");
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
    void of_two_new_clusters_made_the_default_at_once_both_are_registered_and_one_is_it() throws Exception {
        CountDownLatch bothAt = new CountDownLatch(2);
        doAnswer(call -> together(bothAt, call)).when(repository).clearDefaultExcept(anyLong());

        atOnce(() -> register(defaultDraft("first")), () -> register(defaultDraft("second")));

        assertOneDefaultOfTwo();
    }

    @Test
    void of_two_clusters_changed_to_the_default_at_once_one_is_it() throws Exception {
        ClusterId first = register(draft("first", "https://one.example"));
        ClusterId second = register(draft("second", "https://one.example"));
        CountDownLatch bothTaken = new CountDownLatch(2);
        CountDownLatch bothAt = new CountDownLatch(2);
        doAnswer(call -> together(bothTaken, call)).when(repository).take(anyLong(), anyInt());
        doAnswer(call -> together(bothAt, call)).when(repository).clearDefaultExcept(anyLong());

        atOnce(() -> change(first, defaultDraft("first")), () -> change(second, defaultDraft("second")));

        assertOneDefaultOfTwo();
    }

    @Test
    void who_never_comes_first_is_told_so_and_nothing_is_saved() {
        doThrow(new CannotAcquireLockException("deadlock")).when(repository).clearDefaultExcept(anyLong());

        assertThatThrownBy(() -> register(defaultDraft("one"))).isInstanceOf(TooManySaves.class);

        assertThat(clusters.list()).isEmpty();
        assertThat(lastOutcome()).isEqualTo("FAILED");
    }

    private void assertOneDefaultOfTwo() {
        assertThat(clusters.list())
                .extracting(Cluster::defaultCluster)
                .as("is the default")
                .containsExactlyInAnyOrder(true, false);
    }

    /** Lets nobody go on before everybody has tried this statement, in a transaction of their own. */
    private @Nullable Object together(CountDownLatch all, InvocationOnMock statement) throws Throwable {
        var repositoryItself =
                mockingDetails(repository).getMockCreationSettings().getDefaultAnswer();
        try {
            return repositoryItself.answer(statement);
        } finally {
            all.countDown();
            await(all);
        }
    }

    private static void atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var context = SecurityContextHolder.getContext();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit(new DelegatingSecurityContextCallable<>(one, context));
            var second = executor.submit(new DelegatingSecurityContextCallable<>(other, context));
            first.get();
            second.get();
        }
    }

    /** Of what the audit log has last. */
    private String lastOutcome() {
        return database.sql("select outcome from audit_entry order by id desc limit 1")
                .query(String.class)
                .single();
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
}
