package io.ansflow.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import io.ansflow.base.Text;
import io.ansflow.security.InvalidUser;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePasswordViewTest extends UiTest {

    @Test
    void changes_the_password_and_goes_on_with_what_the_user_may_do_now() {
        open(Role.VIEWER);
        enter("old-password", "new-password", "new-password");

        _click(button("Change password"));

        verify(users).changePassword("old-password", "new-password");
        verify(loginSession).renew();
        assertThat(_find(ChangePasswordView.class)).isEmpty();
    }

    @Test
    void two_different_new_passwords_are_marked() {
        open(Role.VIEWER);
        enter("old-password", "new-password", "new-passwort");

        _click(button("Change password"));

        verify(users, never()).changePassword(anyString(), anyString());
        assertThat(field("New password, again").getErrorMessage()).isEqualTo("The two new passwords differ.");
    }

    @Test
    void every_field_is_needed() {
        open(Role.VIEWER);

        _click(button("Change password"));

        verify(users, never()).changePassword(anyString(), anyString());
        assertThat(_find(PasswordField.class)).allMatch(PasswordField::isInvalid);
    }

    @ParameterizedTest
    @CsvSource({"user.invalid.password.current, Current password", "user.invalid.password.same, New password"})
    void what_is_refused_marks_its_field(String reason, String field) {
        InvalidUser refusal = mock(InvalidUser.class);
        when(refusal.text()).thenReturn(Text.of(reason));
        doThrow(refusal).when(users).changePassword(anyString(), anyString());
        open(Role.VIEWER);
        enter("old-password", "new-password", "new-password");

        _click(button("Change password"));

        assertThat(field(field).isInvalid()).isTrue();
        verify(loginSession, never()).renew();
    }

    @Test
    void somebody_who_has_to_change_it_can_only_do_that_or_leave() {
        logInWith("PASSWORD_CHANGE");
        UI.getCurrent().navigate(ChangePasswordView.class);

        assertThat(Screen.text(_get(ChangePasswordView.class)))
                .contains("Before you start", "Log out")
                .doesNotContain("Cancel");
    }

    private void open(Role role) {
        logIn(role);
        UI.getCurrent().navigate(ChangePasswordView.class);
    }

    private static void enter(String current, String chosen, String repeated) {
        Input.type(field("Current password"), current);
        Input.type(field("New password"), chosen);
        Input.type(field("New password, again"), repeated);
    }

    private static PasswordField field(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }
}
