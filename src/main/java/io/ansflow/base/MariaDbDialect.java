package io.ansflow.base;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.MariaDBDialect;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Hibernate start on MariaDB through MySQL's Connector/J. While Hibernate finds out about the database, the driver
 * asks for MySQL's list of reserved words by a column that MariaDB does not have ({@code information_schema.keywords
 * .reserved}), and the start fails. So Hibernate is told what it needs to know, and does not ask.
 */
@Configuration(proxyBeanMethods = false)
class MariaDbDialect {

    @Bean
    HibernatePropertiesCustomizer mariaDbWithoutMetadata(DataSource database) {
        return properties -> {
            if (isMariaDbThroughConnectorJ(database)) {
                properties.put(AvailableSettings.DIALECT, MariaDBDialect.class.getName());
                properties.put("hibernate.boot.allow_jdbc_metadata_access", false);
            }
        };
    }

    private static boolean isMariaDbThroughConnectorJ(DataSource database) {
        try (Connection connection = database.getConnection()) {
            var metadata = connection.getMetaData();
            return metadata.getDatabaseProductName().equals("MySQL")
                    && metadata.getDatabaseProductVersion().contains("MariaDB");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
