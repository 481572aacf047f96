package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some lines of a log that come and go together. Text only, whatever stands in it. */
class LogBlock extends Div {
    private final List<String> lines = new ArrayList<>();

    /** Lines to be added. */
    LogBlock() {
        addClassName("log-block");
    }

    /** Stands for lines that nobody keeps. */
    LogBlock(long missed) {
        addClassName("log-gap");
        setText(Translated.of("workload.logs.missed", missed));
    }

    int size() {
        return lines.size();
    }

    /**
     * Adds lines.
     *
     * @param most how many hits are marked at most
     * @return the marks
     */
    List<Component> add(List<String> added, Optional<Pattern> wanted, int most) {
        lines.addAll(added);
        return show(added, wanted, most);
    }

    /** Marks other hits from now on. */
    List<Component> mark(Optional<Pattern> wanted, int most) {
        if (lines.isEmpty()) {
            return List.of();
        }
        removeAll();
        return show(lines, wanted, most);
    }

    private List<Component> show(List<String> some, Optional<Pattern> wanted, int most) {
        String text = String.join("\n", some) + "\n";
        List<Component> marks = new ArrayList<>();
        int shown = 0;
        Matcher hits = wanted.map(pattern -> pattern.matcher(text)).orElse(null);
        while (hits != null && marks.size() < most && hits.find()) {
            plain(text.substring(shown, hits.start()));
            Span mark = new Span(hits.group());
            mark.addClassName("log-hit");
            add(mark);
            marks.add(mark);
            shown = hits.end();
        }
        plain(text.substring(shown));
        return marks;
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            add(new Text(text));
        }
    }
}
