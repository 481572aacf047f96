package io.ansflow.cluster;

import io.ansflow.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ClustersH2Test extends ClustersContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }
}
