package io.ansflow.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.security.Role;
import io.ansflow.testing.ServedTest;
import org.junit.jupiter.api.Test;

/** Addresses that lead nowhere, typed or kept from an earlier version. */
class UnknownAddressTest extends ServedTest {

    @Test
    void are_answered_with_a_page_of_the_application() throws Exception {
        logIn(Role.VIEWER);

        var answer = user.get("/nowhere");

        // The page itself finds out that there is no such view, and says so: see ErrorViewsTest.
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<html");
    }

    @Test
    void ask_for_the_login_first() throws Exception {
        var answer = user.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }
}
