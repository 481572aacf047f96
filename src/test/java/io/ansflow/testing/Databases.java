package io.ansflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Fresh databases with the application's schema in them. */
public final class Databases {
    private Databases() {}

    /** H2 in memory, gone with the JVM. */
    public static DataSource h2() {
        return migrated(new DriverManagerDataSource(h2Url(), "ansflow", ""));
    }

    /** The address of an H2 database in memory that nobody else has. */
    public static String h2Url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    /** A real MariaDB. */
    public static DataSource mariaDb() {
        MariaDb database = MariaDb.create();
        return migrated(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    /** A directory for the data of an application that several test classes share. */
    public static Path directory() {
        try {
            Path directory = Files.createTempDirectory("ansflow-test");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource migrated(DataSource database) {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(database);
        liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }
}
