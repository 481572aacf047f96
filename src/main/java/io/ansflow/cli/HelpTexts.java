package io.ansflow.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Gives picocli the texts of {@code --help}: what it calls {@code x} is {@code cli.help.x} in the message bundles. */
final class HelpTexts extends ResourceBundle {
    private static final String PREFIX = "cli.help.";

    private final Terminal terminal;

    HelpTexts(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return containsKey(key) ? terminal.text(PREFIX + key) : null;
    }

    @Override
    public boolean containsKey(String key) {
        return terminal.messages().has(PREFIX + key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(terminal.messages().patterns(terminal.language()).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
