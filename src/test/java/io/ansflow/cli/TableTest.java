package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void aligns_columns_under_each_other() {
        Table table = new Table("NAME", "NODES");
        table.add("a-rather-long-name", "20/20");
        table.add("b", "3/3");

        assertThat(table.lines())
                .containsExactly(
                        "NAME                NODES", //
                        "a-rather-long-name  20/20",
                        "b                   3/3");
    }

    @Test
    void counts_a_chinese_character_as_two_columns() {
        Table table = new Table("集群", "节点");
        table.add("生产环境", "3/3");
        table.add("prod", "5/5");

        assertThat(table.lines())
                .containsExactly(
                        "集群      节点", //
                        "生产环境  3/3",
                        "prod      5/5");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "生产, 4", "ｆｕｌｌ, 8", "「」, 4", "カタカナ, 8", "한국, 4", "🚀, 2", "é, 1", "e\u0301, 1", "–, 1"})
    void knows_how_wide_a_terminal_shows_text(String text, int columns) {
        assertThat(Table.width(text)).isEqualTo(columns);
    }
}
