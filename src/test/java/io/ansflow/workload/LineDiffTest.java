package io.ansflow.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void equal_texts_have_no_difference() {
        assertThat(LineDiff.unified("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(LineDiff.unified("", "")).isEmpty();
    }

    @Test
    void shows_a_changed_line_among_three_around_it() {
        assertThat(LineDiff.unified("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void a_new_text_is_all_added() {
        assertThat(LineDiff.unified("", "a\nb\n")).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
        assertThat(LineDiff.unified("a\nb\n", "")).isEqualTo("@@ -1,2 +0,0 @@\n-a\n-b\n");
    }

    @Test
    void changes_far_apart_come_in_hunks_of_their_own() {
        String before = numbers(1, 30);
        String after = before.replace("\n5\n", "\n").replace("\n25\n", "\n25\n25a\n");
        assertThat(LineDiff.unified(before, after).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -2,7 +2,6 @@", "@@ -23,6 +22,7 @@");
    }

    @Test
    void texts_without_anything_in_common_are_replaced_as_a_whole() {
        String before = numbers(1, 3000);
        String after = numbers(10_001, 13_000);
        List<String> lines = LineDiff.unified(before, after).lines().toList();
        assertThat(lines).hasSize(6001);
        assertThat(lines.subList(1, 3001)).allMatch(line -> line.startsWith("-"));
    }

    @RepeatedTest(50)
    void the_difference_leads_from_one_text_to_the_other_and_is_the_shortest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> before = letters(random);
        List<String> after = letters(random);
        String diff = LineDiff.unified(String.join("\n", before), String.join("\n", after));
        assertThat(applied(before, diff)).isEqualTo(after);
        long changes = diff.lines()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .count();
        assertThat(changes).isEqualTo(before.size() + after.size() - 2L * longestCommon(before, after));
    }

    private static List<String> letters(Random random) {
        return random.ints(random.nextInt(40), 'a', 'e')
                .mapToObj(Character::toString)
                .toList();
    }

    /** What {@code patch} makes of it. */
    private static List<String> applied(List<String> before, String diff) {
        List<String> after = new ArrayList<>();
        int at = 0;
        for (String line : diff.lines().toList()) {
            if (line.startsWith("@@")) {
                int start = Integer.parseInt(line.substring(4, line.indexOf(',')));
                start -= line.startsWith(",0 ", line.indexOf(',')) ? 0 : 1;
                after.addAll(before.subList(at, start));
                at = start;
            } else if (line.startsWith("+")) {
                after.add(line.substring(1));
            } else {
                assertThat(before.get(at)).isEqualTo(line.substring(1));
                at++;
                if (line.startsWith(" ")) {
                    after.add(line.substring(1));
                }
            }
        }
        after.addAll(before.subList(at, before.size()));
        return after;
    }

    private static int longestCommon(List<String> one, List<String> other) {
        int[][] length = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                length[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[one.size()][other.size()];
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
