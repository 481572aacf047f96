package io.ansflow.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.Messages;
import io.ansflow.security.Role;
import io.ansflow.testing.UiTest;
import org.junit.jupiter.api.Test;

class LoginViewTest extends UiTest {

    @Test
    void whoever_is_not_logged_in_comes_here_first() {
        UI.getCurrent().navigate("clusters");

        assertThat(_get(LoginForm.class).isError()).isFalse();
    }

    @Test
    void wrong_input_is_told_without_telling_what_was_wrong() {
        open("error");

        assertThat(_get(LoginForm.class).isError()).isTrue();
        assertThat(texts()).contains("User name or password is wrong.");
    }

    @Test
    void too_many_tries_are_told_with_the_time_to_wait() {
        open("wait=32");

        assertThat(_get(LoginForm.class).isError()).isTrue();
        assertThat(texts()).contains("Wait 32 seconds");
    }

    @Test
    void what_somebody_writes_into_the_address_is_not_repeated() {
        open("wait=<b>now</b>");

        assertThat(texts()).doesNotContain("<b>");
        assertThat(_get(LoginForm.class).isError()).isFalse();
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        UI.getCurrent().refreshCurrentRoute(false);

        open("error");

        assertThat(texts()).contains("登录", "用户名", "密码", "用户名或密码不正确。");
    }

    @Test
    void whoever_is_logged_in_has_no_business_here() {
        logIn(Role.VIEWER);

        open("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("clusters");
    }

    private static void open(String query) {
        UI.getCurrent().navigate("login", QueryParameters.fromString(query));
    }

    private static String texts() {
        return String.valueOf(_get(LoginForm.class).getElement().getPropertyRaw("i18n"));
    }
}
