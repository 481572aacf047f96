package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.FakePods;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How lines of a log are shown and searched. */
class LogScreenTest extends LogUiTest {
    @Test
    void a_line_is_text_whatever_stands_in_it() {
        open("pods");
        pods.lines.add("GET /?q=" + MARKUP);

        eventually(() -> assertThat(shown()).contains(MARKUP));
        Input.type(search(), "img src");
        assertThat(hits()).containsExactly("img src");
        assertThat(tab.getElement().getOuterHTML()).doesNotContain("<img src=x");
    }

    @Test
    void a_page_that_rests_shows_how_many_lines_came_meanwhile() {
        open("pods");
        pods.lines.add("before");
        eventually(() -> assertThat(shown()).isEqualTo("before\n"));
        _click(button(tab, "Pause"));

        pods.lines.addAll(List.of("one", "two"));

        eventually(() -> assertThat(Screen.text(tab)).contains("Paused", "2 new lines"));
        assertThat(shown()).isEqualTo("before\n");
        _click(button(tab, "Continue"));
        eventually(() -> assertThat(shown()).isEqualTo("before\none\ntwo\n"));
    }

    @Test
    void a_flood_keeps_its_latest_lines_and_says_that_there_were_others() {
        open("pods");
        eventually(() -> assertThat(pods.reading).hasSize(1));
        _click(button(tab, "Pause"));
        pods.lines.addAll(IntStream.range(0, LogBuffer.MOST_LINES + 2_000)
                .mapToObj(number -> "line " + number)
                .toList());
        pods.lines.add(FakePods.END);
        eventually(() -> assertThat(pods.reading).isEmpty());

        _click(button(tab, "Continue"));

        eventually(() -> assertThat(shown()).endsWith("line 6999\n"));
        assertThat(shown().lines())
                .hasSize(LogBuffer.MOST_LINES)
                .startsWith("… 2,000 lines that are not kept any longer …line 2000");
        assertThat(Screen.text(tab)).contains("Ended");
    }

    @Test
    void hits_are_marked_also_in_lines_to_come() {
        open("pods");
        pods.lines.addAll(List.of("Error one", "fine", "an ERROR, an error"));
        eventually(() -> assertThat(shown()).contains("fine"));

        Input.type(search(), "error");

        assertThat(hits()).containsExactly("Error", "ERROR", "error");
        assertThat(Screen.text(tab)).contains("3 hits");
        pods.lines.add("error two");
        eventually(() -> assertThat(hits()).hasSize(4));
        _click(_get(
                tab,
                com.vaadin.flow.component.button.Button.class,
                spec -> spec.withPredicate(
                        one -> "Hit above".equals(one.getAriaLabel().orElse("")))));
        assertThat(Screen.text(tab)).contains("4 of 4");
        Input.type(search(), "");
        assertThat(hits()).isEmpty();
    }

    @Test
    void search_takes_signs_as_they_are() {
        open("pods");
        pods.lines.add("a.b (c) a+b");
        eventually(() -> assertThat(shown()).contains("a.b"));

        Input.type(search(), "(c) a+");

        assertThat(hits()).containsExactly("(c) a+");
    }
}
