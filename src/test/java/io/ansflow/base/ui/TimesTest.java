package io.ansflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now, 刚刚",
        "PT4S, just now, 刚刚",
        "PT59S, 55 s ago, 55 秒前",
        "PT60S, 1 min ago, 1 分钟前",
        "PT59M59S, 59 min ago, 59 分钟前",
        "PT47H, 47 h ago, 47 小时前",
        "PT48H, 2 days ago, 2 天前",
        "PT-2S, shortly, 即将",
        "PT-40S, in 40 s, 40 秒后",
        "PT-3H, in 3 h, 3 小时后",
    })
    void a_distance_is_told_in_the_largest_fitting_unit(Duration age, String english, String chinese) {
        Text distance = Times.distance(age);

        assertThat(messages.get(Messages.ENGLISH, distance)).isEqualTo(english);
        assertThat(messages.get(Messages.CHINESE, distance)).isEqualTo(chinese);
    }

    @Test
    void what_is_planned_is_never_late() {
        assertThat(messages.get(Messages.ENGLISH, Times.ahead(Duration.ofMinutes(3))))
                .isEqualTo("shortly");
        assertThat(messages.get(Messages.ENGLISH, Times.ahead(Duration.ofMinutes(-3))))
                .isEqualTo("in 3 min");
    }

    @ParameterizedTest
    @CsvSource({"PT0.003S, 3 ms", "PT0.999S, 999 ms", "PT1S, 1.0 s", "PT12.34S, 12.3 s"})
    void a_length_is_told_in_milliseconds_or_seconds(Duration length, String text) {
        assertThat(messages.get(Messages.ENGLISH, Times.length(length))).isEqualTo(text);
    }
}
