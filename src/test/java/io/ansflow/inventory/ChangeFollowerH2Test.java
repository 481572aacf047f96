package io.ansflow.inventory;

import io.ansflow.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ChangeFollowerH2Test extends ChangeFollowerContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }
}
