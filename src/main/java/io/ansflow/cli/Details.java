package io.ansflow.cli;

import java.util.ArrayList;
import java.util.List;

/** Labels and values below each other, aligned. */
final class Details {
    private final Terminal terminal;
    private final List<Entry> entries = new ArrayList<>();

    Details(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Entry(String label, String value) {}

    void add(String labelKey, Object value) {
        entries.add(new Entry(terminal.text(labelKey), value.toString()));
    }

    void print() {
        int widest = entries.stream()
                .mapToInt(entry -> Table.width(entry.label()))
                .max()
                .orElse(0);
        for (Entry entry : entries) {
            String gap = " ".repeat(widest - Table.width(entry.label()) + 2);
            terminal.print((entry.label() + gap + entry.value()).stripTrailing());
        }
    }
}
