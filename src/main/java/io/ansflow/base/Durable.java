package io.ansflow.base;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what was committed outlives this process, even if it is killed at once. MySQL and MariaDB do so by
 * themselves. H2 keeps commits in memory for up to half a second; without that delay for all of them it would be several
 * times slower and its file as much larger (its setting {@code WRITE_DELAY=0}), so it is told when it matters: before
 * something is done that cannot be taken back.
 */
@Component
public class Durable {
    private final DataSource database;
    private final boolean delaying;

    public Durable(DataSource database) {
        this.database = database;
        this.delaying = isH2(database);
    }

    /** All that was committed so far is on disk when it returns. */
    public void flush() {
        if (!delaying) {
            return;
        }
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not write to its file", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static boolean isH2(DataSource database) {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(database, metadata -> metadata.getDatabaseProductName());
            return "H2".equals(product);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
