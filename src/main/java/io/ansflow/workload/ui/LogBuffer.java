package io.ansflow.workload.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The latest lines of a log, as many as are kept: filled by whoever reads the log, looked at by the page. */
final class LogBuffer {
    static final int MOST_LINES = 5_000;
    static final int MOST_CHARACTERS = 2_000_000;

    /** Guarded by this, as all of it. */
    private final Deque<String> lines = new ArrayDeque<>();

    private long first;
    private int characters;

    /**
     * Some lines of the log.
     *
     * @param missed how many before them are not kept any longer
     * @param next the number of the line after them, from 0
     */
    record Part(long missed, List<String> lines, long next) {}

    /** The oldest lines make room. */
    synchronized void add(String line) {
        lines.addLast(line);
        characters += line.length();
        while (lines.size() > MOST_LINES || characters > MOST_CHARACTERS) {
            characters -= lines.removeFirst().length();
            first++;
        }
    }

    /** The number of the line that comes next. */
    synchronized long end() {
        return first + lines.size();
    }

    /**
     * The lines from a number on.
     *
     * @param mostLines how many at most
     * @param mostCharacters after which no further line is taken
     */
    synchronized Part from(long number, int mostLines, int mostCharacters) {
        long start = Math.max(number, first);
        List<String> part = new ArrayList<>();
        int size = 0;
        Iterator<String> all = lines.iterator();
        for (long skipped = first; skipped < start; skipped++) {
            all.next();
        }
        while (all.hasNext() && part.size() < mostLines && size < mostCharacters) {
            String line = all.next();
            part.add(line);
            size += line.length();
        }
        return new Part(start - number, part, start + part.size());
    }

    /** All lines that are kept, each with a line end. */
    synchronized String text() {
        StringBuilder text = new StringBuilder(characters + lines.size());
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
