package io.ansflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import io.ansflow.testing.UiTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest extends UiTest {
    private final Div view = new Div();
    private final List<Object> outcome = new ArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @BeforeEach
    void openView() {
        logIn(Role.OPERATOR);
        UI.getCurrent().add(view);
    }

    @Test
    void brings_the_result_to_the_view() {
        BackgroundTask.start(view, () -> "done", outcome::add, outcome::add);

        eventually(() -> assertThat(outcome).containsExactly("done"));
    }

    @Test
    void brings_the_failure_to_the_view() {
        IOException failure = new IOException("no");

        BackgroundTask.start(
                view,
                () -> {
                    throw failure;
                },
                outcome::add,
                outcome::add);

        eventually(() -> assertThat(outcome).containsExactly(failure));
    }

    @Test
    void works_with_the_rights_of_who_started_it() {
        BackgroundTask.start(view, new CurrentUser()::name, outcome::add, outcome::add);

        eventually(() -> assertThat(outcome).containsExactly("somebody"));
    }

    @Test
    void cancelling_interrupts_the_work_and_brings_nothing() throws InterruptedException {
        BackgroundTask task = BackgroundTask.start(view, this::waitForEver, outcome::add, outcome::add);
        started.await();

        task.cancel();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        MockVaadin.clientRoundtrip(false);
        assertThat(outcome).isEmpty();
    }

    @Test
    void a_view_that_goes_takes_its_task_along() throws InterruptedException {
        BackgroundTask.start(view, this::waitForEver, outcome::add, outcome::add);
        started.await();

        UI.getCurrent().remove(view);

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private String waitForEver() {
        started.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "late";
    }
}
