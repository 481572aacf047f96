package io.ansflow.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.ansflow.security.ui.LoginView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come in, and by which door. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {
        @Bean
        SecurityFilterChain securityFilterChain(
                HttpSecurity http, ThrottledAuthentication authentication, ObjectProvider<ProtectedPaths> paths)
                throws Exception {
            http.authenticationProvider(authentication);
            http.authorizeHttpRequests(requests -> requests.requestMatchers(
                            "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasRole(Role.ADMINISTRATOR.name())
                    .requestMatchers("/styles.css", "/styles/**", "/images/**")
                    .permitAll());
            for (ProtectedPaths feature : paths.orderedStream().toList()) {
                feature.configure(http);
            }
            http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
            http.with(
                    VaadinSecurityConfigurer.vaadin(),
                    vaadin -> vaadin.loginView(LoginView.class)
                            // By default an address without a view is answered with an empty 403, rather than by the
                            // page for it.
                            .anyRequest(AuthorizedUrl::authenticated));
            http.formLogin(login -> login.failureHandler(failureHandler()));
            return http.build();
        }

        /** Tells the login view why: {@code ?error}, or {@code ?wait=<seconds>} after too many tries. */
        private static AuthenticationFailureHandler failureHandler() {
            return (request, response, failure) -> response.sendRedirect(request.getContextPath()
                    + (failure instanceof LockedException locked
                            ? "/login?wait=" + locked.getMessage()
                            : "/login?error"));
        }
    }
}
