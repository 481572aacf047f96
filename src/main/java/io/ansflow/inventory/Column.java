package io.ansflow.inventory;

/**
 * A column that the resources of a kind have besides namespace, name, status and age.
 *
 * @param id names the column in JSON and in {@link Resource#cells()}: {@code upToDate}
 * @param heading what the API server and kubectl call it: {@code Up-to-date}; a proper name, not translated
 * @param type of its values
 * @param wide shown only where there is room, like {@code kubectl get -o wide}
 * @param searched whether a search by text looks at its values
 */
public record Column(String id, String heading, Type type, boolean wide, boolean searched) {
    /** What values are. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A moment, in ISO 8601, UTC; shown as an age. */
        TIME
    }

    public static Column text(String id, String heading) {
        return new Column(id, heading, Type.TEXT, false, false);
    }

    public static Column number(String id, String heading) {
        return new Column(id, heading, Type.NUMBER, false, false);
    }

    public static Column time(String id, String heading) {
        return new Column(id, heading, Type.TIME, false, false);
    }

    /** The same column, shown only where there is room. */
    public Column onlyWide() {
        return new Column(id, heading, type, true, searched);
    }

    /** The same column, and a search by text looks at it. */
    public Column alsoSearched() {
        return new Column(id, heading, type, wide, true);
    }
}
