package io.ansflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts AnsFlow. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {
    static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
