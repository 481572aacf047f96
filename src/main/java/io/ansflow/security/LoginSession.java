package io.ansflow.security;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The login of the user who calls. */
@Component
public class LoginSession {
    private final UserLogin users;
    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();

    LoginSession(UserLogin users) {
        this.users = users;
    }

    /**
     * Gives the caller what the user may do now, after the password was chosen, without a new login. The session gets a
     * new id, as after every gain of rights.
     *
     * @throws IllegalStateException outside of an HTTP request
     */
    public void renew() {
        var current = SecurityContextHolder.getContext().getAuthentication();
        if (current == null
                || !(RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request)
                || request.getResponse() == null) {
            throw new IllegalStateException("Nobody is logged in");
        }
        var user = users.loadUserByUsername(current.getName());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.getRequest().changeSessionId();
        repository.saveContext(context, request.getRequest(), request.getResponse());
    }
}
