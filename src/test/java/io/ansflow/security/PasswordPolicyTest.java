package io.ansflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final UserName NAME = new UserName("admin");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "ten chars!", "密码密码密码密码密码"})
    void accepts_long_ones_without_asking_for_special_characters(String password) {
        assertThatCode(() -> PasswordPolicy.check(NAME, password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"short,user.invalid.password.short", "my-Admin-is-great,user.invalid.password.name"})
    void says_what_is_wrong(String password, String key) {
        assertThatThrownBy(() -> PasswordPolicy.check(NAME, password))
                .isInstanceOfSatisfying(
                        InvalidUser.class, e -> assertThat(e.text().key()).isEqualTo(key));
    }

    @Test
    void refuses_what_bcrypt_would_cut_off() {
        assertThatThrownBy(() -> PasswordPolicy.check(NAME, "密".repeat(25)))
                .isInstanceOfSatisfying(
                        InvalidUser.class, e -> assertThat(e.text().key()).isEqualTo("user.invalid.password.long"));
    }

    @Test
    void random_ones_pass_and_differ() {
        String password = PasswordPolicy.random();
        PasswordPolicy.check(NAME, password);
        assertThat(password).isNotEqualTo(PasswordPolicy.random());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-x", "ä", "<b>", "x/y"})
    void refuses_names_that_are_none(String name) {
        assertThatThrownBy(() -> new UserName(name)).isInstanceOf(InvalidUser.class);
    }

    @Test
    void names_have_no_case() {
        assertThat(new UserName(" Li.Lei@Example ")).isEqualTo(new UserName("li.lei@example"));
    }
}
