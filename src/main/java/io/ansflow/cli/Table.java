package io.ansflow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Aligns columns for terminals, in which a Chinese character is as wide as two Latin ones. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The headings and the rows, one line each, without spaces at the end. */
    List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).repeat(' ', widths[column] - width(cell)).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** Columns that a terminal takes for the text (Unicode Standard Annex 11, as far as names and messages need it). */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        if (Character.isIdeographic(codePoint) || Character.isEmojiPresentation(codePoint)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default ->
                isBetween(codePoint, 0x3000, 0x303E) // CJK punctuation
                        || isBetween(codePoint, 0xFF01, 0xFF60) // full-width forms
                        || isBetween(codePoint, 0xFFE0, 0xFFE6);
        };
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
