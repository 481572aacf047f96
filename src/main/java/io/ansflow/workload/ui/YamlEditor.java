package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.workload.ManifestProblem;
import io.ansflow.workload.Manifests;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes a YAML text, numbers its lines, and says while it is typed where it cannot be read. */
class YamlEditor extends Div {
    private static final int PAUSE_MILLIS = 400;

    private final transient Manifests manifests;
    private final TextArea text = new TextArea();
    private final Div numbers = new Div();
    private final Div message = new Div();
    private transient Optional<ManifestProblem> problem = Optional.empty();

    /** @param changed called when a person changed the text */
    YamlEditor(Manifests manifests, Runnable changed) {
        this.manifests = manifests;
        text.setAriaLabel(Translated.of("workload.editor"));
        text.setManualValidation(true);
        text.setMinRows(16);
        text.setMaxLength(Manifests.MAX_LENGTH + 1); // One more, so that it is refused rather than cut.
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addClassNames("mono-area", "yaml-area");
        text.getElement().setAttribute("spellcheck", "false").setAttribute("autocomplete", "off");
        text.addValueChangeListener(change -> {
            judge();
            changed.run();
        });
        numbers.addClassNames("mono", "yaml-numbers");
        numbers.getElement().setAttribute("aria-hidden", "true");
        message.addClassName("yaml-problem");
        message.getElement().setAttribute("aria-live", "polite");
        Div frame = new Div(numbers, text);
        frame.addClassName("yaml-frame");
        addClassName("yaml-editor");
        add(frame, message);
        judge();
    }

    String value() {
        return text.getValue();
    }

    void edit(String yaml) {
        text.setValue(yaml);
    }

    void setReadOnly(boolean readOnly) {
        text.setReadOnly(readOnly);
    }

    /** Whether there is a text, and nothing keeps it from being read. */
    boolean isReadable() {
        return !value().isBlank() && problem.isEmpty();
    }

    /** Puts the cursor there. */
    void goTo(int line) {
        String[] lines = value().split("\n", -1);
        int start = IntStream.range(0, Math.min(line - 1, lines.length))
                .map(index -> lines[index].length() + 1)
                .sum();
        int end = start + lines[Math.min(line, lines.length) - 1].length();
        text.focus();
        text.getElement()
                .executeJs(
                        "this.inputElement.setSelectionRange($0,$1);this.closest('.yaml-frame').scrollTop="
                                + "($2-4)*parseFloat(getComputedStyle(this.inputElement).lineHeight)",
                        start,
                        end,
                        line);
    }

    private void judge() {
        problem = value().isBlank() ? Optional.empty() : manifests.problem(value());
        number(problem.map(ManifestProblem::line).orElse(0));
        message.removeAll();
        problem.ifPresent(this::explain);
        text.setInvalid(problem.isPresent());
    }

    /** The numbers of the lines, that of the wrong one marked. */
    private void number(int wrong) {
        int lines = (int) value().chars().filter(letter -> letter == '\n').count() + 1;
        numbers.removeAll();
        if (wrong > 0) {
            Span mark = new Span(numbers(wrong, wrong));
            mark.addClassName("yaml-wrong");
            numbers.add(new Span(numbers(1, wrong - 1)), mark, new Span(numbers(wrong + 1, lines)));
        } else {
            numbers.add(new Span(numbers(1, lines)));
        }
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(line -> line + "\n").collect(Collectors.joining());
    }

    private void explain(ManifestProblem problem) {
        String why = Translated.of(problem.text());
        message.add(Icon.X_CIRCLE.create());
        if (problem.line() == 0) {
            message.add(new Span(why));
            return;
        }
        LineLink line = new LineLink(problem.line(), problem.column(), this::goTo);
        message.add(line, new Span(why));
    }
}
