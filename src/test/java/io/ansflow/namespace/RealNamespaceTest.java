package io.ansflow.namespace;

import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.ContainerLimits.Amounts;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RealClusterTest;
import io.ansflow.testing.TestNamespace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The namespace services over real clusters, each test with a name that no namespace has. */
abstract class RealNamespaceTest extends RealClusterTest {
    static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Namespaces namespaces;

    NamespaceName name;

    @BeforeEach
    void choose_a_name() {
        name = new NamespaceName(TestNamespace.newName());
    }

    @AfterEach
    void remove_it() {
        for (RealCluster where : List.of(RealCluster.first(), RealCluster.second())) {
            try (RealApi api = new RealApi(where)) {
                api.delete("/api/v1/namespaces/" + name);
            } catch (IllegalStateException e) {
                // Never created there, or on its way.
            }
        }
    }

    Creation create(NamespaceDraft draft) {
        return namespaces.create(List.of(cluster), draft, creation -> {}).getFirst();
    }

    NamespaceDraft draft() {
        return new NamespaceDraft(
                name,
                Map.of("team", "shop"),
                Map.of("owner", "李雷"),
                new Quota(quantity("1"), null, null, quantity("1")),
                new ContainerLimits(
                        new Amounts(quantity("100m"), null), new Amounts(quantity("200m"), null), Amounts.NONE));
    }

    static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
