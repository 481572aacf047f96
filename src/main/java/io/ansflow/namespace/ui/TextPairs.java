package io.ansflow.namespace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.namespace.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Labels or annotations, a row each; says while typing which rule is broken. */
class TextPairs extends Div {
    private final transient Function<String, Optional<Text>> valueRule;
    private final transient Runnable changed;
    private final Div list = new Div();
    private final Paragraph problem = new Paragraph();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param add key of the text of the button that adds a row
     * @param valueRule which rule a value breaks
     * @param changed called when a person changed something
     */
    TextPairs(String add, Function<String, Optional<Text>> valueRule, Runnable changed) {
        this.valueRule = valueRule;
        this.changed = changed;
        Button more = new Button(Translated.of(add), Icon.PLUS.create(), click -> {
            add("", "").key.focus();
            changed.run();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        problem.addClassName("field-problem");
        problem.setVisible(false);
        list.addClassName("text-pairs-rows");
        addClassName("text-pairs");
        add(list, problem, more);
    }

    private final class Row extends Div {
        private final TextField key = field("namespace.pair.key");
        private final TextField value = field("namespace.pair.value");

        Row() {
            Button remove = new Button(Icon.TRASH.create(), click -> {
                rows.remove(this);
                list.remove(this);
                check();
                changed.run();
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(Translated.of("namespace.pair.remove"));
            addClassName("text-pair");
            add(key, value, remove);
        }

        private TextField field(String label) {
            TextField field = new TextField();
            field.setPlaceholder(Translated.of(label));
            field.setAriaLabel(Translated.of(label));
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    check();
                    changed.run();
                }
            });
            return field;
        }

        boolean empty() {
            return name().isEmpty() && value.getValue().isEmpty();
        }

        String name() {
            return key.getValue().strip();
        }
    }

    void show(Map<String, String> pairs) {
        rows.clear();
        list.removeAll();
        new TreeMap<>(pairs).forEach(this::add);
    }

    /** What stands there; rows in which nothing stands do not count. */
    Map<String, String> value() {
        Map<String, String> pairs = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.empty()).forEach(row -> pairs.put(row.name(), row.value.getValue()));
        return pairs;
    }

    /** Marks what cannot be used; whether there is nothing to mark. */
    boolean check() {
        Set<String> seen = new HashSet<>();
        Optional<Text> first = Optional.empty();
        for (Row row : rows) {
            Optional<Text> key = row.empty() ? Optional.empty() : keyProblem(row.name(), seen);
            Optional<Text> value = valueRule.apply(row.value.getValue());
            row.key.setInvalid(key.isPresent());
            row.value.setInvalid(value.isPresent());
            first = first.or(() -> key).or(() -> value);
        }
        blame(first);
        return first.isEmpty();
    }

    /** Shows what is wrong with all of them. */
    void blame(Optional<Text> why) {
        problem.setText(why.map(Translated::of).orElse(""));
        problem.setVisible(why.isPresent());
    }

    private static Optional<Text> keyProblem(String key, Set<String> seen) {
        return seen.add(key) ? Labels.keyProblem(key) : Optional.of(Text.of("namespace.pair.twice", key));
    }

    private Row add(String key, String value) {
        Row row = new Row();
        row.key.setValue(key);
        row.value.setValue(value);
        rows.add(row);
        list.add(row);
        return row;
    }
}
