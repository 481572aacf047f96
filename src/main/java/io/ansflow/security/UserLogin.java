package io.ansflow.security;

import java.util.List;
import java.util.Locale;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the user who logs in, and says what that user may do. */
@Component
class UserLogin {
    private final UserAccounts accounts;

    UserLogin(UserAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Finds a user by name, whatever its case.
     *
     * @throws UsernameNotFoundException if there is none
     */
    UserDetails loadUserByUsername(String name) {
        return accounts.findByName(name.strip().toLowerCase(Locale.ROOT))
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .authorities(AuthorityUtils.createAuthorityList(authorities(account)))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("Unknown user"));
    }

    static List<String> authorities(UserAccount account) {
        return account.passwordChangeRequired() ? List.of(CurrentUser.PASSWORD_CHANGE) : authorities(account.role());
    }

    static List<String> authorities(Role role) {
        return role.included().stream().map(included -> "ROLE_" + included).toList();
    }
}
