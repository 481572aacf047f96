package io.ansflow.testing;

import static io.ansflow.testing.Needs.Part.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Needs(MARIADB)
class SchemaMariaDbTest {
    @Test
    void names_compare_letter_by_letter_as_on_h2_and_in_kubernetes() {
        var tables = JdbcClient.create(Databases.mariaDb())
                .sql("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_name not like 'DATABASECHANGELOG%' and table_collation <> 'utf8mb4_bin'")
                .query(String.class)
                .list();
        assertThat(tables).isEmpty();
    }
}
