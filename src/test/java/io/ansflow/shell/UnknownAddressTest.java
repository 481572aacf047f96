package io.ansflow.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.security.Role;
import io.ansflow.security.UserName;
import io.ansflow.security.Users;
import io.ansflow.testing.Databases;
import io.ansflow.testing.HttpUser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Addresses that lead nowhere, typed or kept from an earlier version. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "ansflow.checks.scheduled=false"})
@WithMockUser(roles = "ADMINISTRATOR")
@Timeout(90)
class UnknownAddressTest {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    private HttpUser user;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("ansflow.data", data::toString);
        registry.add("spring.datasource.url", Databases::h2Url);
    }

    @BeforeEach
    void visitor(@Autowired Users users, @Autowired JdbcClient database) {
        user = new HttpUser(port);
        if (users.list().stream().noneMatch(other -> other.name().equals("vera"))) {
            users.add(new UserName("vera"), Role.VIEWER, PASSWORD);
        }
        database.sql("update app_user set password_change_required = false").update();
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void are_answered_with_a_page_of_the_application() throws Exception {
        HttpResponse<String> answer = user.login("vera", PASSWORD).get("/nowhere");

        // The page itself finds out that there is no such view, and says so: see ErrorViewsTest.
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<html");
    }

    @Test
    void ask_for_the_login_first() throws Exception {
        HttpResponse<String> answer = user.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }
}
