package io.ansflow.security;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is calling, as far as Spring Security knows. */
@Component
public class CurrentUser {
    /** Held by a user who has to choose a password before anything else, in place of any role. */
    static final String PASSWORD_CHANGE = "PASSWORD_CHANGE";

    /** The caller's name; empty if there is none. */
    public String name() {
        return authentication().map(Authentication::getName).orElse("");
    }

    /** The caller's highest role; empty for nobody, and for somebody who has to choose a password first. */
    public Optional<Role> role() {
        return Arrays.stream(Role.values()).filter(this::has).findFirst();
    }

    /** Whether the caller may do what the role may. */
    public boolean has(Role role) {
        return holds("ROLE_" + role);
    }

    /** Whether the caller has to choose a password before anything else. */
    public boolean mustChangePassword() {
        return holds(PASSWORD_CHANGE);
    }

    private boolean holds(String authority) {
        return authentication().stream()
                .flatMap(authentication -> authentication.getAuthorities().stream())
                .anyMatch(granted -> authority.equals(granted.getAuthority()));
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
    }
}
