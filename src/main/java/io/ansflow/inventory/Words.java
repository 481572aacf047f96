package io.ansflow.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * Where words are in a text: sequences of letters and of what counts as a number. Not by regular expressions: a
 * sync asks ten times a row, and in a young process compiling these alone took a twelfth of the JVM's compiler.
 */
final class Words {
    private Words() {}

    /** All words, in order. */
    static List<String> in(String text) {
        List<String> words = new ArrayList<>();
        int from = next(text, 0, true);
        while (from < text.length()) {
            int to = next(text, from, false);
            words.add(text.substring(from, to));
            from = next(text, to, true);
        }
        return words;
    }

    /** The text with a mark before each word. */
    static String marked(String text, char mark) {
        StringBuilder marked = new StringBuilder(text.length() + 8);
        int at = 0;
        while (at < text.length()) {
            int from = next(text, at, true);
            int to = next(text, from, false);
            marked.append(text, at, from);
            if (to > from) {
                marked.append(mark).append(text, from, to);
            }
            at = to;
        }
        return marked.toString();
    }

    /** The text without space around it, and with a single space instead of more. */
    static String singleSpaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean space = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                space = true;
            } else {
                if (space && !spaced.isEmpty()) {
                    spaced.append(' ');
                }
                space = false;
                spaced.append(next);
            }
        }
        return spaced.toString();
    }

    /** The first place from one on that is in a word, or in none; the end if there is no such place. */
    private static int next(String text, int from, boolean inWord) {
        int at = from;
        while (at < text.length() && isInWord(text.codePointAt(at)) != inWord) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isInWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }
}
