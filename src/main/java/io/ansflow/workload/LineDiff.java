package io.ansflow.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference between two texts, line by line, in the unified format: the shortest way from one to the other after
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). Texts that have hardly anything in common are shown as
 * one deleted and the other added.
 */
final class LineDiff {
    /** Lines shown around a change. */
    static final int CONTEXT = 3;

    /** Memory grows with its square. */
    private static final int MOST_CHANGES = 2000;

    private final List<String> before;
    private final List<String> after;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** One step from one text to the other. */
    private record Edit(char sign, String line) {
        boolean changes() {
            return sign != ' ';
        }
    }

    /** Hunks without a file header; empty if the texts are equal. */
    static String unified(String before, String after) {
        LineDiff diff = new LineDiff(lines(before), lines(after));
        return hunks(diff.edits());
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private List<Edit> edits() {
        int prefix = 0;
        int most = Math.min(before.size(), after.size());
        while (prefix < most && before.get(prefix).equals(after.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix
                && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
            suffix++;
        }
        List<Edit> edits = new ArrayList<>();
        keep(edits, before.subList(0, prefix));
        new LineDiff(before.subList(prefix, before.size() - suffix), after.subList(prefix, after.size() - suffix))
                .shortest(edits);
        keep(edits, before.subList(before.size() - suffix, before.size()));
        return edits;
    }

    /** Goes forward along the diagonals, keeping how far each round came, then back along the way that arrived. */
    private void shortest(List<Edit> edits) {
        int max = before.size() + after.size();
        int[] furthest = new int[2 * Math.min(max, MOST_CHANGES) + 3];
        int middle = furthest.length / 2;
        List<int[]> rounds = new ArrayList<>();
        for (int changes = 0; changes <= Math.min(max, MOST_CHANGES); changes++) {
            rounds.add(Arrays.copyOfRange(furthest, middle - changes, middle + changes + 1));
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int x = down(furthest, middle, diagonal, changes)
                        ? furthest[middle + diagonal + 1]
                        : furthest[middle + diagonal - 1] + 1;
                while (x < before.size()
                        && x - diagonal < after.size()
                        && before.get(x).equals(after.get(x - diagonal))) {
                    x++;
                }
                furthest[middle + diagonal] = x;
                if (x >= before.size() && x - diagonal >= after.size()) {
                    edits.addAll(wayBack(rounds, diagonal));
                    return;
                }
            }
        }
        before.forEach(line -> edits.add(new Edit('-', line)));
        after.forEach(line -> edits.add(new Edit('+', line)));
    }

    private static boolean down(int[] furthest, int middle, int diagonal, int changes) {
        return diagonal == -changes
                || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
    }

    private List<Edit> wayBack(List<int[]> rounds, int last) {
        List<Edit> edits = new ArrayList<>();
        int x = before.size();
        int diagonal = last;
        for (int changes = rounds.size() - 1; changes > 0; changes--) {
            int[] furthest = rounds.get(changes);
            boolean down = down(furthest, changes, diagonal, changes);
            int previous = down ? diagonal + 1 : diagonal - 1;
            int from = furthest[changes + previous];
            for (int kept = down ? from : from + 1; x > kept; x--) {
                edits.add(new Edit(' ', before.get(x - 1)));
            }
            edits.add(down ? new Edit('+', after.get(from - previous)) : new Edit('-', before.get(from)));
            x = from;
            diagonal = previous;
        }
        for (; x > 0; x--) {
            edits.add(new Edit(' ', before.get(x - 1)));
        }
        return edits.reversed();
    }

    private static void keep(List<Edit> edits, List<String> lines) {
        lines.forEach(line -> edits.add(new Edit(' ', line)));
    }

    private static String hunks(List<Edit> edits) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        int next;
        while ((next = nextChange(edits, shown)) < edits.size()) {
            int from = Math.max(shown, next - CONTEXT);
            int to = next;
            for (int change = next; change < edits.size() && change - to <= 2 * CONTEXT; ) {
                to = change + 1;
                change = nextChange(edits, to);
            }
            to = Math.min(edits.size(), to + CONTEXT);
            hunk(text, edits, from, to);
            shown = to;
        }
        return text.toString();
    }

    private static int nextChange(List<Edit> edits, int from) {
        int next = from;
        while (next < edits.size() && !edits.get(next).changes()) {
            next++;
        }
        return next;
    }

    private static void hunk(StringBuilder text, List<Edit> edits, int from, int to) {
        text.append("@@ -")
                .append(range(edits, from, to, '+'))
                .append(" +")
                .append(range(edits, from, to, '-'))
                .append(" @@\n");
        for (Edit edit : edits.subList(from, to)) {
            text.append(edit.sign()).append(edit.line()).append('\n');
        }
    }

    /** Start and length of a hunk in the text that has no lines of the other's sign; an empty one starts before it. */
    private static String range(List<Edit> edits, int from, int to, char absent) {
        long before = count(edits.subList(0, from), absent);
        long length = count(edits.subList(from, to), absent);
        return (length == 0 ? before : before + 1) + "," + length;
    }

    private static long count(List<Edit> edits, char absent) {
        return edits.stream().filter(edit -> edit.sign() != absent).count();
    }
}
