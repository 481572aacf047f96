package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The latest lines of a log, with the hits of a search marked in them. Stays at the end unless somebody scrolls away. */
class LogScreen extends Div {
    /** Enough to go through by hand; each is an element of the page. */
    static final int MOST_HITS = 1_000;

    private static final int LINES_A_BLOCK = 200;

    private final Div content = new Div();
    private final Deque<LogBlock> blocks = new ArrayDeque<>();
    private final List<Component> hits = new ArrayList<>();
    private Optional<Pattern> wanted = Optional.empty();
    private int lines;
    private int current = -1;

    LogScreen() {
        content.addClassName("log-lines");
        getElement()
                .setAttribute("role", "log")
                .setAttribute("aria-live", "off") // It would be read out for ever.
                .setAttribute("aria-label", Translated.of("workload.tab.logs"))
                .setAttribute("tabindex", "0");
        addClassNames("log-screen", "mono");
        add(content);
    }

    /** Adds lines at the end; the oldest blocks make room. */
    void add(LogBuffer.Part part) {
        if (part.missed() > 0) {
            append(new LogBlock(part.missed()));
        }
        for (int from = 0; from < part.lines().size(); ) {
            LogBlock last = blocks.peekLast();
            if (last == null || last.size() == 0 || last.size() >= LINES_A_BLOCK) {
                last = append(new LogBlock());
            }
            int to = Math.min(part.lines().size(), from + LINES_A_BLOCK - last.size());
            hits.addAll(last.add(part.lines().subList(from, to), wanted, MOST_HITS - hits.size()));
            lines += to - from;
            from = to;
        }
        makeRoom();
    }

    void clear() {
        blocks.clear();
        hits.clear();
        content.removeAll();
        lines = 0;
        current = -1;
    }

    /** Marks what is searched for, in upper or lower case; nothing if it is blank. */
    void search(String words) {
        wanted = words.isBlank()
                ? Optional.empty()
                : Optional.of(
                        Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        hits.clear();
        current = -1;
        blocks.forEach(block -> hits.addAll(block.mark(wanted, MOST_HITS - hits.size())));
    }

    /** How many hits are marked; {@link #MOST_HITS} at most. */
    int hits() {
        return hits.size();
    }

    /** The hit that was gone to, from 0; -1 if none was. */
    int current() {
        return current;
    }

    /** Goes to the next hit below, from the last to the first; above if {@code step} is -1. */
    void go(int step) {
        if (hits.isEmpty()) {
            return;
        }
        if (current >= 0) {
            hits.get(current).removeClassName("current");
        }
        // Whoever begins to look, looks at the latest.
        current = current < 0 ? hits.size() - 1 : Math.floorMod(current + step, hits.size());
        Component hit = hits.get(current);
        hit.addClassName("current");
        hit.getElement().executeJs("this.scrollIntoView({block:'nearest'})");
    }

    private LogBlock append(LogBlock block) {
        blocks.addLast(block);
        content.add(block);
        return block;
    }

    private void makeRoom() {
        while (lines > LogBuffer.MOST_LINES && blocks.size() > 1) {
            LogBlock oldest = blocks.removeFirst();
            lines -= oldest.size();
            content.remove(oldest);
            int gone = (int) hits.stream()
                    .takeWhile(hit -> hit.getParent().filter(oldest::equals).isPresent())
                    .count();
            hits.subList(0, gone).clear();
            current = Math.max(-1, current - gone);
        }
    }
}
