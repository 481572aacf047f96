package io.ansflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.ansflow.base.Messages;
import io.ansflow.testing.UiTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelativeAgeTest extends UiTest {
    private final Instant then = Instant.now().minus(Duration.ofMinutes(3).plusSeconds(10));

    @Test
    void tells_the_age_and_to_those_who_point_at_it_the_moment() {
        RelativeAge age = new RelativeAge(then);
        UI.getCurrent().add(age);

        assertThat(age.getText()).isEqualTo("3 min ago");
        assertThat(age.getElement().getAttribute("title")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d GMT.*");
        assertThat(age.getElement().getAttribute("datetime")).isEqualTo(then.toString());
    }

    @Test
    void can_be_part_of_a_sentence() {
        RelativeAge lasting = RelativeAge.lasting(then, "cluster.since");
        RelativeAge planned = RelativeAge.planned(then, "cluster.check.next");
        UI.getCurrent().add(lasting, planned);

        assertThat(lasting.getText()).isEqualTo("for 3 min");
        assertThat(planned.getText()).isEqualTo("next shortly");
    }

    @Test
    void stays_true_as_time_passes() {
        RelativeAge age = new RelativeAge(then);
        UI.getCurrent().add(age);
        age.setText("what it was");

        beat();

        assertThat(age.getText()).isEqualTo("3 min ago");
    }

    @Test
    void follows_time_no_more_once_it_is_gone() {
        RelativeAge age = new RelativeAge(then);
        UI.getCurrent().add(age);
        UI.getCurrent().remove(age);
        age.setText("what it was");

        beat();

        assertThat(age.getText()).isEqualTo("what it was");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        RelativeAge age = new RelativeAge(then);
        UI.getCurrent().add(age);

        assertThat(age.getText()).isEqualTo("3 分钟前");
    }

    private static void beat() {
        ComponentUtil.fireEvent(UI.getCurrent(), new Pulse.Beat(UI.getCurrent()));
    }
}
