package io.ansflow.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything by which one resource can be found by text. It is kept twice. The text has a mark before every place where a
 * word that is searched for may begin, so that a row by itself tells whether it is meant. The terms are what follows the
 * marks, for an index that finds the rows by the beginning of a word.
 */
final class SearchTerms {
    /** Longer terms are cut: the index only has to be good enough, the text decides. */
    static final int TERM_LENGTH = 60;

    private static final char MARK = '|';
    private static final int MOST_TERMS = 100;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> lines = new LinkedHashSet<>();
    private int length;

    private SearchTerms() {}

    /** What is to be found by name, namespace, labels and the values of searched columns. */
    static String text(String name, String namespace, Map<String, String> labels, List<String> values) {
        SearchTerms terms = new SearchTerms();
        terms.addLine(markWords(clean(name)));
        terms.add(clean(namespace));
        values.forEach(value -> COMMA.splitAsStream(clean(value)).forEach(terms::addPath));
        labels.forEach((key, value) -> {
            terms.add(clean(key) + "=" + clean(value));
            terms.add(clean(value));
        });
        return String.join("\n", terms.lines);
    }

    /** What follows the marks in a text, each once. */
    static Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        for (String line : text.split("\n", -1)) {
            for (int mark = line.indexOf(MARK); mark >= 0; mark = line.indexOf(MARK, mark + 1)) {
                String term = cut(line.substring(mark + 1).replace("|", ""));
                if (!term.isEmpty() && terms.size() < MOST_TERMS) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    /** The words that somebody searches for. */
    static List<String> words(String search) {
        return SPACE.splitAsStream(search.strip())
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
        if (length + line.length() < MOST_TEXT && lines.add(line)) {
            length += line.length() + 1;
        }
    }

    private static String markWords(String word) {
        String marked = WORD_START.matcher(word).replaceAll("|");
        return marked.startsWith("|") ? marked : MARK + marked;
    }

    private static String clean(String value) {
        return SPACE.matcher(value.toLowerCase(Locale.ROOT).replace(MARK, ' '))
                .replaceAll(" ")
                .strip();
    }
}
