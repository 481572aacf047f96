package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import java.util.List;

/** A unified diff in colours; a very long one to its first thousand lines. */
class DiffView extends Div {
    private static final int MOST_LINES = 1000;

    DiffView(String unified) {
        addClassNames("diff", "mono");
        getElement().setAttribute("tabindex", "0").setAttribute("aria-label", Translated.of("workload.diff"));
        getElement().setAttribute("role", "group");
        List<String> lines = unified.lines().toList();
        StringBuilder run = new StringBuilder();
        String style = "";
        for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            String next = style(line);
            if (!next.equals(style)) {
                put(run, style);
                style = next;
            }
            run.append(line).append('\n');
        }
        put(run, style);
        if (lines.size() > MOST_LINES) {
            Div rest = new Div(Translated.of("workload.diff.more", lines.size() - MOST_LINES));
            rest.addClassName("secondary");
            add(rest);
        }
    }

    /** Lines of one sort are one element. */
    private void put(StringBuilder run, String style) {
        if (!run.isEmpty()) {
            Div part = new Div(run.toString());
            part.addClassName(style);
            add(part);
            run.setLength(0);
        }
    }

    private static String style(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "diff-added";
            case '-' -> "diff-removed";
            case '@' -> "diff-hunk";
            default -> "diff-kept";
        };
    }
}
