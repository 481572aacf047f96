package io.ansflow.inventory;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything by which one resource can be found by text. It is kept twice. The text has a mark before every place where a
 * word that is searched for may begin, so that a row by itself tells whether it is meant. The terms are for an index that
 * finds the rows: the words of the name, each other value as a whole, but of {@code key=value} the two parts, as there are
 * fewer of them than of what they make together. {@link TermQuery} tells which of them a search needs.
 */
final class SearchTerms {
    /** Longer terms are cut: the index only has to be good enough, the text decides. */
    static final int TERM_LENGTH = 60;

    private static final char MARK = '|';
    private static final int MOST_LINES = 100;
    private static final int MOST_TEXT = 20_000;

    private final Set<String> lines = new LinkedHashSet<>();
    private int length;

    private SearchTerms() {}

    /** What is to be found by name, namespace, labels and the values of searched columns. */
    static String text(String name, String namespace, Map<String, String> labels, List<String> values) {
        SearchTerms terms = new SearchTerms();
        terms.addLine(markWords(clean(name)));
        terms.add(clean(namespace));
        for (String value : values) {
            for (String part : clean(value).split(",", -1)) {
                terms.addPath(part);
            }
        }
        labels.forEach((key, value) -> {
            String cleanValue = clean(value);
            terms.add(clean(key) + "=" + cleanValue);
            terms.add(cleanValue);
        });
        return String.join("\n", terms.lines);
    }

    /** The terms of a text, each once. */
    static Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        for (String line : text.split("\n", -1)) {
            if (line.indexOf(MARK, 1) > 0) {
                namedWords(line).forEach(word -> terms.add(cut(word)));
            } else if (line.length() > 1) {
                parts(line.substring(1)).forEach(part -> terms.add(cut(part)));
            }
        }
        return terms;
    }

    /** The key with what ends it, and the value; or all if these are not both. */
    static List<String> parts(String value) {
        int end = value.indexOf('=') + 1;
        return end == 0 || end == value.length()
                ? List.of(value)
                : List.of(value.substring(0, end), value.substring(end));
    }

    /** The words within a name. */
    static List<String> namedWords(String name) {
        return Words.in(name);
    }

    /** The words that somebody searches for. */
    static List<String> words(String search) {
        return Arrays.stream(Words.singleSpaced(search).split(" ", -1))
                .map(SearchTerms::clean)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** What the text of a resource contains, one or the other, where the word can be found. */
    static List<String> marked(String word) {
        return List.of(MARK + word, markWords(word)).stream().distinct().toList();
    }

    /** As much of a word as the index knows. */
    static String cut(String term) {
        return term.length() <= TERM_LENGTH ? term : term.substring(0, TERM_LENGTH);
    }

    /** By the whole, and by what follows each slash: who looks for an image may not know its registry. */
    private void addPath(String path) {
        add(path);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            add(path.substring(slash + 1));
        }
    }

    private void add(String value) {
        if (!value.isEmpty()) {
            addLine(MARK + value);
        }
    }

    private void addLine(String line) {
        if (lines.size() < MOST_LINES && length + line.length() < MOST_TEXT && lines.add(line)) {
            length += line.length() + 1;
        }
    }

    private static String markWords(String word) {
        String marked = Words.marked(word, MARK);
        return marked.indexOf(MARK) == 0 ? marked : MARK + marked;
    }

    private static String clean(String value) {
        return Words.singleSpaced(value.toLowerCase(Locale.ROOT).replace(MARK, ' '));
    }
}
