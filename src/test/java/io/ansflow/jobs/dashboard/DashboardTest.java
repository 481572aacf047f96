package io.ansflow.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.security.Role;
import io.ansflow.testing.ServedTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class DashboardTest extends ServedTest {
    private static final String REQUEUE = "/api/jobs/" + UUID.randomUUID() + "/requeue";

    @Autowired
    EventStreams streams;

    @Test
    void sends_who_is_not_logged_in_to_the_login() throws Exception {
        var answer = user.get("/dashboard/overview");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs",
                "/api/jobs/1",
                "/api/recurring-jobs",
                "/api/servers",
                "/api/problems",
                "/api/version",
                "/api/metadata/a/b",
                "/sse/jobstats",
                "/sse/servers"
            })
    void tells_nothing_to_who_is_not_logged_in(String path) throws Exception {
        assertThat(user.get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADMINISTRATOR")
    void is_refused_to_all_but_administrators(Role role) throws Exception {
        logIn(role);

        for (String path : new String[] {"/dashboard", "/api/jobs", "/sse/servers"}) {
            assertThat(user.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(user.post(REQUEUE, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(403);
    }

    @Test
    void shows_administrators_pages_scripts_data_and_events() throws Exception {
        administrator();

        String page = user.get("/dashboard/overview").body();
        assertThat(page).contains("<div id=\"root\">");
        String script = Stream.of(page.split("\""))
                .filter(part -> part.endsWith(".js"))
                .findFirst()
                .orElseThrow();
        assertThat(user.get(script).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(user.get("/api/jobs?state=SUCCEEDED&offset=0&limit=20").body())
                .contains("\"totalPages\"");
        assertThat(user.get("/api/version").body()).contains("\"allowAnonymousDataUsage\":false");
        try (var events = user.listen("/sse/servers")) {
            assertThat(events.next()).contains("BackgroundJobServerStatus");
        }
    }

    @Test
    void can_be_framed_by_the_application_alone() throws Exception {
        administrator();

        var headers = user.get("/dashboard").headers();
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(String.join(";", headers.allValues("Content-Security-Policy")))
                .contains("frame-ancestors 'self'");
    }

    @Test
    void accepts_changes_from_its_own_pages() throws Exception {
        administrator();

        assertThat(user.post(REQUEUE, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(404);
        assertThat(user.post(REQUEUE, "Origin", user.server()).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_changes_from_other_sites() throws Exception {
        administrator();

        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            var forged = user.post(REQUEUE, "Sec-Fetch-Site", site, "Origin", user.server());
            assertThat(forged.statusCode()).as(site).isEqualTo(403);
        }
        for (String origin : new String[] {"https://evil.example", "http://localhost", "null", "::"}) {
            assertThat(user.post(REQUEUE, "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(user.post(REQUEUE).statusCode()).isEqualTo(403);
    }

    @Test
    void answers_a_failure_with_a_number_only() throws Exception {
        administrator();

        var answer = user.get("/api/jobs/not-an-id");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).matches("Incident [0-9a-f]{8}\\R");
    }

    @Test
    void leaves_other_paths_to_the_application() throws Exception {
        administrator();

        assertThat(user.get("/api/v1/clusters").body()).doesNotContain("totalPages");
    }

    @Test
    void ends_events_with_the_login() throws Exception {
        administrator();
        try (var events = user.listen("/sse/servers")) {
            events.next();

            user.logout();

            events.awaitEnd();
        }
    }

    @Test
    void forgets_a_browser_that_has_left() throws Exception {
        administrator();
        await().atMost(Duration.ofMinutes(1)).until(() -> streams.size() == 0);
        try (var events = user.listen("/sse/servers")) {
            events.next();
            assertThat(streams.size()).isEqualTo(1);
        }

        await().atMost(Duration.ofMinutes(1)).until(() -> streams.size() == 0);
    }

    private void administrator() throws Exception {
        logIn(Role.ADMINISTRATOR);
    }
}
