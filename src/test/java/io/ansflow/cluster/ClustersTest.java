package io.ansflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.FakeClusterApis;
import io.ansflow.testing.TestClock;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Cluster services, whose clusters are made up; everything else is real. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false"})
@Import(ClustersTest.Fakes.class)
@WithMockUser(roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
abstract class ClustersTest {
    static final String TOKEN = "very-secret-token-8d1f";

    @TempDir
    static Path data;

    @Autowired
    Clusters clusters;

    @Autowired
    FakeClusterApis apis;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("ansflow.data", data::toString);
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        @Primary
        FakeClusterApis fakeClusterApis() {
            return new FakeClusterApis();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @BeforeEach
    void start_without_clusters() {
        database.sql("delete from cluster").update();
        apis.healthy("one.example");
        apis.failing("dead.example", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "dead.example:443"));
    }

    ClusterId register(ClusterDraft draft) {
        if (clusters.register(draft, false, CheckProgress.NONE) instanceof SaveResult.Saved saved) {
            return saved.id();
        }
        throw new AssertionError("not saved");
    }

    SaveResult change(ClusterId id, ClusterDraft draft) {
        return clusters.change(clusters.find(id).orElseThrow(), draft, false, CheckProgress.NONE);
    }

    static ClusterDraft draft(String name, String server) {
        return described(name, server).build();
    }

    static ClusterDraft defaultDraft(String name) {
        return described(name, "https://one.example").defaultCluster().build();
    }

    static ClusterDraft withoutToken(String name, String server) {
        return described(name, server).withoutCredentials().build();
    }

    static DraftBuilder described(String name, String server) {
        return DraftBuilder.draft(name, server).credential("token", TOKEN);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
