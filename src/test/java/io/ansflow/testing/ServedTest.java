package io.ansflow.testing;

import io.ansflow.security.Role;
import io.ansflow.security.UserName;
import io.ansflow.security.Users;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as it answers over HTTP, with a user for each role. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "ansflow.checks.scheduled=false"})
@WithMockUser(roles = "ADMINISTRATOR")
@Timeout(90)
public abstract class ServedTest {
    private static final String PASSWORD = "correct-horse-battery";

    private static final Path DATA = Databases.directory();

    @LocalServerPort
    int port;

    /** Not logged in yet. */
    protected HttpUser user;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("ansflow.data", DATA::toString);
        registry.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void users(@Autowired Users users, @Autowired JdbcClient database) {
        user = new HttpUser(port);
        for (Role role : Role.values()) {
            if (users.list().stream().noneMatch(other -> other.name().equals(name(role)))) {
                users.add(new UserName(name(role)), role, PASSWORD);
            }
        }
        database.sql("update app_user set password_change_required = false").update();
    }

    @AfterEach
    void leave() {
        user.close();
    }

    /** The user who has that role logs in. */
    protected void logIn(Role role) throws Exception {
        user.login(name(role), PASSWORD);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
