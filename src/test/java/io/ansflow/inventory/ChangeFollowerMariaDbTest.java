package io.ansflow.inventory;

import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Needs(MARIADB)
class ChangeFollowerMariaDbTest extends ChangeFollowerContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MariaDb database = MariaDb.create();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
    }
}
