package io.ansflow.testing;

import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditQuery;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.DraftBuilder;
import io.ansflow.cluster.Environment;
import io.ansflow.security.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application over real clusters, which are registered in it; all tests share one, and have a namespace each. Acts
 * as the administrator {@code lilei} unless told otherwise. Subclasses say {@code @Needs(CLUSTER)} themselves.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false"})
@WithMockUser(
        username = "lilei",
        roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
public abstract class RealClusterTest {
    private static final Path DATA = Databases.directory();

    @Autowired
    protected Clusters clusters;

    @Autowired
    private AuditLog audit;

    protected RealCluster real;
    protected TestNamespace namespace;
    protected ClusterId cluster;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
        registry.add("ansflow.data", DATA::toString);
    }

    @BeforeEach
    void prepare() {
        real = RealCluster.first();
        namespace = new TestNamespace(real);
        cluster = registered("one", real, real.token(), Environment.TESTING);
    }

    @AfterEach
    void cleanUp() {
        namespace.close();
    }

    /** A cluster under this name, registered if it is not yet. */
    protected ClusterId registered(String name, RealCluster where, String token, Environment environment) {
        return clusters.find(name)
                .map(Cluster::id)
                .orElseGet(() -> DraftBuilder.draft(name, where.server())
                        .environment(environment)
                        .credential("token", token)
                        .credential("caCertificate", where.ca())
                        .register(clusters));
    }

    /** Waits, as the user who acts, for what the cluster takes its time to do. */
    protected static ConditionFactory eventually() {
        return Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60));
    }

    /** Whoever acts from now on has this role. */
    protected static void actAs(String name, Role role) {
        var authorities = AuthorityUtils.createAuthorityList(
                role.included().stream().map(included -> "ROLE_" + included).toArray(String[]::new));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, authorities));
    }

    /** The newest entries of the audit log first. */
    protected List<AuditEntry> audited(ClusterId id) {
        return audit.read(AuditQuery.of(id), Long.MAX_VALUE, 20);
    }
}
