package io.ansflow.workload.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBufferTest {
    private final LogBuffer buffer = new LogBuffer();

    @Test
    void lines_are_given_in_portions() {
        add(5);

        assertThat(buffer.from(0, 3, 100)).isEqualTo(part(0, 3, "line 0", "line 1", "line 2"));
        assertThat(buffer.from(3, 3, 100)).isEqualTo(part(0, 5, "line 3", "line 4"));
        assertThat(buffer.from(5, 3, 100)).isEqualTo(part(0, 5));
        assertThat(buffer.from(0, 3, 1)).isEqualTo(part(0, 1, "line 0"));
    }

    @Test
    void the_oldest_lines_make_room_and_are_missed_by_whoever_was_slow() {
        add(LogBuffer.MOST_LINES + 7);

        assertThat(buffer.from(3, 1, 100)).isEqualTo(part(4, 8, "line 7"));
        assertThat(buffer.text().lines()).hasSize(LogBuffer.MOST_LINES).startsWith("line 7");
        assertThat(buffer.end()).isEqualTo(LogBuffer.MOST_LINES + 7);
    }

    @Test
    void long_lines_leave_room_for_fewer() {
        IntStream.range(0, 10).forEach(number -> buffer.add("x".repeat(LogBuffer.MOST_CHARACTERS / 4)));

        assertThat(buffer.text()).hasSize(LogBuffer.MOST_CHARACTERS + 4);
    }

    private void add(int lines) {
        IntStream.range(0, lines).forEach(number -> buffer.add("line " + number));
    }

    private static LogBuffer.Part part(long missed, long next, String... lines) {
        return new LogBuffer.Part(missed, java.util.List.of(lines), next);
    }
}
