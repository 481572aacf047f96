package io.ansflow.jobs;

import io.ansflow.base.Durable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jobrunr.spring.autoconfigure.JobRunrAutoConfiguration;
import org.jobrunr.spring.autoconfigure.storage.JobRunrSqlStorageAutoConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An application that consists of a database and its jobs. */
class JobsApplication {

    /** Runs until it is closed. */
    static ConfigurableApplicationContext start(Database database, String... properties) {
        Stream<String> own = Stream.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=",
                "ansflow.jobs.shutdown-wait=1s");
        return new SpringApplicationBuilder(Jobs.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(own, Stream.of(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
    }

    record Database(String url, String user) {}

    @Configuration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JobRunrSqlStorageAutoConfiguration.class,
        JobRunrAutoConfiguration.class
    })
    @EnableConfigurationProperties(JobsProperties.class)
    @Import({Durable.class, JobsConfiguration.class, Probe.Handler.class})
    static class Jobs {
        @Bean
        static Outage outage() {
            return new Outage();
        }
    }

    /** Takes the database away and gives it back. */
    static class Outage implements BeanPostProcessor {
        private volatile boolean begun;

        void begin() {
            begun = true;
        }

        void end() {
            begun = false;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database ? new Interruptible(database) : bean;
        }

        private class Interruptible extends DelegatingDataSource {
            Interruptible(DataSource database) {
                super(database);
            }

            @Override
            public Connection getConnection() throws SQLException {
                if (begun) {
                    throw new SQLException("The database is not there");
                }
                return super.getConnection();
            }
        }
    }
}
