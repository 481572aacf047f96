package io.ansflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an empty data directory to a team of users, one step after the other. */
@SpringBootTest(properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false"})
@TestMethodOrder(OrderAnnotation.class)
class FirstStartTest {
    private static final String CHOSEN = "correct horse battery";

    @TempDir
    static Path data;

    @Autowired
    ThrottledAuthentication login;

    @Autowired
    Users users;

    @DynamicPropertySource
    static void emptyData(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("ansflow.data", data::toString);
        registry.add("spring.datasource.url", () -> url);
    }

    @Test
    @Order(1)
    void the_administrator_has_a_random_password_in_a_file_for_the_owner_alone() throws Exception {
        Path file = data.resolve("initial-admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Authentication administrator = login("ADMIN ", Files.readString(file).strip());
        assertThat(administrator.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains(CurrentUser.PASSWORD_CHANGE)
                .noneMatch(authority -> authority.startsWith("ROLE_"));
    }

    @Test
    @Order(2)
    @WithMockUser(username = "admin", authorities = CurrentUser.PASSWORD_CHANGE)
    void before_the_password_is_changed_nothing_else_is_allowed() throws Exception {
        assertThatThrownBy(() -> users.list()).isInstanceOf(AccessDeniedException.class);
        String initial =
                Files.readString(data.resolve("initial-admin-password")).strip();
        assertInvalid("user.invalid.password.current", () -> users.changePassword("wrong", CHOSEN));
        assertInvalid("user.invalid.password.same", () -> users.changePassword(initial, initial));
        assertInvalid("user.invalid.password.short", () -> users.changePassword(initial, "short"));
        users.changePassword(initial, CHOSEN);
        assertThat(data.resolve("initial-admin-password")).doesNotExist();
    }

    @Test
    @Order(3)
    void afterwards_the_administrator_may_do_everything() {
        assertThat(login("admin", CHOSEN).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("ROLE_ADMINISTRATOR", "ROLE_OPERATOR", "ROLE_VIEWER")
                .doesNotContain(CurrentUser.PASSWORD_CHANGE);
    }

    @Test
    @Order(4)
    @WithMockUser(roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
    void an_administrator_adds_users_who_choose_their_own_password() {
        String first = users.add(new UserName("lilei"), Role.VIEWER, null);
        assertThat(login("lilei", first).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains(CurrentUser.PASSWORD_CHANGE);
        assertInvalid("user.invalid.taken", () -> users.add(new UserName("LiLei"), Role.OPERATOR, null));
        assertThat(users.list()).extracting(Users.User::name).containsExactly("admin", "lilei");
    }

    @Test
    @Order(5)
    @WithMockUser(roles = {"OPERATOR", "VIEWER"})
    void nobody_else_adds_users() {
        assertThatThrownBy(() -> users.add(new UserName("hanmeimei"), Role.ADMINISTRATOR, null))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @Order(6)
    void guessing_is_slowed_down_even_for_who_guesses_right_at_last() {
        for (int i = 0; i < LoginThrottle.FREE_TRIES; i++) {
            assertThatThrownBy(() -> login("lilei", "guess")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> login("lilei", "guess")).isInstanceOf(LockedException.class);
        assertThat(login("admin", CHOSEN).isAuthenticated()).isTrue();
    }

    @Test
    @Order(7)
    void an_unknown_name_fails_like_a_wrong_password() {
        assertThatThrownBy(() -> login("nobody", "guess")).isInstanceOf(BadCredentialsException.class);
    }

    private Authentication login(String name, String password) {
        return Objects.requireNonNull(
                login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
    }

    private static void assertInvalid(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidUser.class, e -> assertThat(e.text().key()).isEqualTo(key));
    }
}
