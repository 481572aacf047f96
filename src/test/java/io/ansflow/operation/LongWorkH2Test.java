package io.ansflow.operation;

import io.ansflow.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LongWorkH2Test extends LongWorkContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }
}
