package io.ansflow.workload.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageNudgeTest extends WorkloadUiTest {
    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();
    private int looks;

    @Test
    void a_flood_is_looked_at_a_few_times_and_to_its_end() {
        PageNudge nudge = new PageNudge(UI.getCurrent(), () -> {
            looks++;
            seen.set(found.get());
        });

        for (int i = 0; i < 10_000; i++) {
            found.incrementAndGet();
            nudge.nudge();
        }

        eventually(() -> assertThat(seen.get()).isEqualTo(10_000));
        assertThat(looks).isLessThan(100);
    }
}
