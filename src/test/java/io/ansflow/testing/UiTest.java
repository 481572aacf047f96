package io.ansflow.testing;

import static org.awaitility.Awaitility.await;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import io.ansflow.base.Messages;
import io.ansflow.cluster.FakeClusters;
import io.ansflow.inventory.FakeInventory;
import io.ansflow.namespace.FakeNamespaces;
import io.ansflow.operation.FakeOperations;
import io.ansflow.operation.FakePermissions;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.LoginSession;
import io.ansflow.security.Role;
import io.ansflow.security.Users;
import io.ansflow.security.ui.LoginView;
import io.ansflow.workload.WorkloadFakes;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * Acts on views as a user, without a browser: the real views, texts and access control over clusters in memory. The user
 * reads English unless told otherwise.
 */
@SpringBootTest(classes = UiTest.Context.class)
public abstract class UiTest {
    private static final Routes ROUTES = Views.all();

    @Autowired
    protected FakeClusters clusters;

    @Autowired
    protected FakeInventory inventory;

    @Autowired
    protected FakeOperations operations;

    @Autowired
    protected PseudoMessages messages;

    @Autowired
    protected ApplicationContext application;

    @MockitoBean
    protected Users users;

    @MockitoBean
    protected LoginSession loginSession;

    /** Not annotated as a configuration, so that no other test scans it. */
    @ImportAutoConfiguration({SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({
        "io.ansflow.base.ui",
        "io.ansflow.audit.ui",
        "io.ansflow.security.ui",
        "io.ansflow.cluster.ui",
        "io.ansflow.fleet",
        "io.ansflow.inventory.ui",
        "io.ansflow.jobs.ui",
        "io.ansflow.namespace.ui",
        "io.ansflow.operation.ui",
        "io.ansflow.kubernetes.auth",
        "io.ansflow.shell",
        "io.ansflow.workload.ui"
    })
    @Import({
        CurrentUser.class,
        FakeClusters.class,
        FakeInventory.class,
        FakeNamespaces.class,
        FakeOperations.class,
        FakePermissions.class,
        PseudoMessages.class,
        WorkloadFakes.class
    })
    static class Context {
        @Bean
        NavigationAccessControlConfigurer accessControl() {
            return new NavigationAccessControlConfigurer()
                    .withAnnotatedViewAccessChecker()
                    .withLoginView(LoginView.class);
        }
    }

    @BeforeEach
    void startPage() {
        clusters.clear();
        inventory.clear();
        operations.clear();
        messages.bracket(false);
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, application, MockedUI::new));
        speak(Messages.ENGLISH);
    }

    @AfterEach
    void closePage() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Somebody of this role logs in. */
    protected void logIn(Role role) {
        String[] authorities =
                role.included().stream().map(included -> "ROLE_" + included).toArray(String[]::new);
        logInWith(authorities);
    }

    /** Somebody with these authorities logs in. */
    protected void logInWith(String... authorities) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, AuthorityUtils.createAuthorityList(authorities));
        SecurityContextHolder.getContext().setAuthentication(authentication);
        ServletRequest request = VaadinServletRequest.getCurrent();
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        FakeRequest fake = (FakeRequest) request;
        fake.setUserPrincipalInt(authentication);
        fake.setUserInRole((principal, role) -> List.of(authorities).contains("ROLE_" + role));
    }

    /** The user reads this language from now on. */
    protected void speak(Locale language) {
        UI.getCurrent().getSession().setLocale(language);
    }

    /** Waits until what other threads do has come to the page and the assertion holds. */
    protected static void eventually(ThrowingRunnable assertion) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip(false);
                    assertion.run();
                });
    }
}
