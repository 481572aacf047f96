package io.ansflow.security;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Work in the name of a user who is not there, such as what a job does for whoever asked for it. */
@Component
public class OnBehalf {
    private final Users users;

    OnBehalf(Users users) {
        this.users = users;
    }

    /**
     * Does the work in the user's name, with the rights that the user has by now: none if the account is gone. Who is there
     * on this thread otherwise is there again afterwards.
     */
    public <T> T of(String user, Supplier<T> work) {
        List<String> authorities = users.account(user)
                .map(account -> UserLogin.authorities(account.role()))
                .orElse(List.of());
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(authorities)));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
