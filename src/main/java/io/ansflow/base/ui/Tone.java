package io.ansflow.base.ui;

/** What a colour says. Never says it alone: an icon and a word go with it. */
public enum Tone {
    SUCCESS("success"),
    WARNING("warning"),
    ERROR("error"),
    INFO("info"),
    NEUTRAL("neutral");

    private final String className;

    Tone(String className) {
        this.className = className;
    }

    /** The CSS class that sets the colours. */
    public String className() {
        return className;
    }
}
