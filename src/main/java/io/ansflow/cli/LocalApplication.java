package io.ansflow.cli;

import io.ansflow.base.DataDirectory;
import io.ansflow.security.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Starts the application on a data directory: all of it to serve, or without web and jobs to run one command. */
class LocalApplication {
    /** Vaadin's auto-configuration wants a web server. */
    private static final String VAADIN = String.join(
            ",",
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig");

    /**
     * What a command leaves out: it writes no log but warnings, runs no job and plans none. It makes only the beans that
     * it uses, so that one does not wait for the others.
     */
    private static final Map<String, Object> FOR_A_COMMAND = Map.of(
            "spring.main.lazy-initialization",
            true,
            "spring.autoconfigure.exclude",
            VAADIN,
            "ansflow.jobs.server",
            false,
            "ansflow.checks.scheduled",
            false,
            "logging.level.root",
            "warn",
            // What stops the start is told in one sentence, by the command.
            "logging.level.org.springframework.boot.SpringApplication",
            "off",
            "logging.level.org.springframework.boot.diagnostics",
            "off",
            "logging.level.org.springframework.context.annotation",
            "error");

    private final Class<?> application;

    /** @param application the class with the {@code @SpringBootApplication} */
    LocalApplication(Class<?> application) {
        this.application = application;
    }

    /** Starts the server. Returns as soon as it is up. */
    ConfigurableApplicationContext serve(Path data) {
        return start(new SpringApplicationBuilder(application), data);
    }

    /** Starts what commands need, and makes the calling thread a local administrator, as whoever may read the data is. */
    ConfigurableApplicationContext forCommand(Path data) {
        var context = start(
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .properties(FOR_A_COMMAND),
                data);
        becomeAdministrator();
        return context;
    }

    /** Makes the calling thread a local administrator. */
    static void becomeAdministrator() {
        List<SimpleGrantedAuthority> roles = Stream.of(Role.values())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "cli:" + System.getProperty("user.name"), null, roles));
    }

    private static ConfigurableApplicationContext start(SpringApplicationBuilder builder, Path data) {
        // H2 lets a second process work on the same file through a socket, by default one that all interfaces answer.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        DataDirectory.createPrivateDirectory(data);
        return builder.run("--ansflow.data=" + data);
    }
}
