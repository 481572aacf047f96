package io.ansflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@Needs(Needs.Part.MARIADB)
class MariaDbTest {

    @Test
    void every_caller_gets_an_empty_database_of_its_own() throws SQLException {
        MariaDb first = MariaDb.create();
        MariaDb second = MariaDb.create();
        try (Connection connection = open(first)) {
            connection.createStatement().execute("create table only_here (id bigint primary key, name varchar(100))");
            connection.createStatement().execute("insert into only_here values (1, '集群 🚀')");
            assertThat(first(connection, "select name from only_here")).isEqualTo("集群 🚀");
        }
        try (Connection connection = open(second)) {
            assertThat(first(
                            connection,
                            "select count(*) from information_schema.tables where table_schema = database()"))
                    .isEqualTo("0");
        }
    }

    @Test
    void only_this_machine_reaches_the_server() throws SQLException {
        try (Connection connection = open(MariaDb.create())) {
            assertThat(first(connection, "select @@bind_address")).isEqualTo("127.0.0.1");
        }
    }

    private static Connection open(MariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
