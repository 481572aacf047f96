package io.ansflow.jobs.dashboard;

import io.ansflow.security.ProtectedPaths;
import io.ansflow.security.Role;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The dashboard is for administrators. Its pages do not know the application's CSRF token: {@link SameOrigin} takes its
 * place. Who is not logged in is sent to the login from the pages; the pages' own requests get a plain 401.
 */
class DashboardPaths implements ProtectedPaths {
    private static final RequestMatcher PAGES = paths("/dashboard/**");
    private static final RequestMatcher REQUESTS = paths(
            "/sse/**",
            "/api/jobs/**",
            "/api/recurring-jobs/**",
            "/api/servers/**",
            "/api/problems/**",
            "/api/version/**",
            "/api/metadata/**");

    @Override
    public void configure(HttpSecurity http) throws Exception {
        var administrator =
                AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(Role.ADMINISTRATOR.name());
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PAGES, REQUESTS)
                .access(AuthorizationManagers.allOf(administrator, new SameOrigin())));
        http.csrf(csrf -> csrf.ignoringRequestMatchers(PAGES, REQUESTS));
        http.exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), REQUESTS));
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }
}
