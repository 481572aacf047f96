package io.ansflow.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import io.ansflow.base.Messages;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.access.AccessDeniedException;

class ErrorViewsTest extends UiTest {

    @Test
    void an_address_that_leads_nowhere_says_so_within_the_frame() {
        logIn(Role.ADMINISTRATOR);

        UI.getCurrent().navigate("clusters/99/edit");

        assertThat(Screen.text(_get(NotFoundView.class))).contains("Nothing here", "To the clusters");
        assertThat(_find(MainLayout.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, clusters/new", "OPERATOR, clusters/new", "OPERATOR, jobs"})
    void a_view_beyond_the_role_is_denied(Role role, String path) {
        logIn(role);

        UI.getCurrent().navigate(path);

        assertThat(Screen.text(_get(AccessDeniedView.class))).contains("Not for your role");
    }

    @Test
    void a_view_that_breaks_shows_a_number_and_nothing_of_the_reason() {
        logIn(Role.VIEWER);
        clusters.failing(new IllegalStateException("jdbc:h2:secret"));

        UI.getCurrent().navigate("clusters");

        assertThat(Screen.text(_get(FailureView.class)))
                .contains("Something went wrong")
                .containsPattern("number [0-9a-f]{8}")
                .doesNotContain("secret", "IllegalState");
    }

    @Test
    void an_error_within_a_view_is_told_by_number() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("clusters");

        error(new IllegalStateException("jdbc:h2:secret"));

        assertThat(notification()).containsPattern("number [0-9a-f]{8}").doesNotContain("secret");
        NotificationsKt.clearNotifications();
    }

    @Test
    void a_right_that_was_lost_meanwhile_is_told_as_such() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("clusters");

        error(new AccessDeniedException("no"));

        assertThat(notification()).contains("Your role does not allow this.");
        NotificationsKt.clearNotifications();
    }

    @Test
    void and_so_it_is_where_work_in_the_background_met_with_it() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("clusters");

        error(new ExecutionException(new AccessDeniedException("no")));

        assertThat(notification()).contains("Your role does not allow this.");
        NotificationsKt.clearNotifications();
    }

    @Test
    void a_browser_that_went_away_is_no_error() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("clusters");

        error(new IOException("Broken pipe"));

        assertThat(NotificationsKt.getNotifications()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Session ended", "zh, 会话已过期"})
    void vaadins_own_messages_speak_the_language_of_the_user(String language, String caption) {
        SystemMessages texts = VaadinService.getCurrent().getSystemMessages(Locale.forLanguageTag(language), null);

        assertThat(texts.getSessionExpiredCaption()).isEqualTo(caption);
        assertThat(texts.isSessionExpiredNotificationEnabled()).isTrue();
    }

    @Test
    void lost_connections_are_told_in_the_language_of_the_user() {
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogText())
                .isEqualTo(messages.get(Messages.ENGLISH, "connection.lost"));
    }

    private static void error(Exception problem) {
        UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(problem));
    }

    private static String notification() {
        return NotificationsKt.getNotifications().stream()
                .flatMap(Screen::texts)
                .reduce("", String::concat);
    }
}
