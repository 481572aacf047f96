package io.ansflow.testing;

import static org.awaitility.Awaitility.await;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectApis;
import io.ansflow.kubernetes.object.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

/** The real adapter, connected to a real API server. */
public final class TestedRealCluster implements TestedCluster {
    private final RealCluster cluster = RealCluster.first();
    private final AnnotationConfigApplicationContext module =
            new AnnotationConfigApplicationContext(KubernetesModule.class);
    private final TestNamespace namespace = new TestNamespace(cluster);

    @Import(AuthMethods.class)
    @ComponentScan({"io.ansflow.kubernetes.auth", "io.ansflow.kubernetes.http"})
    static class KubernetesModule {}

    @Override
    public ClusterApi check(Who who) {
        return module.getBean(ClusterApis.class).open(access(who), CheckProgress.NONE);
    }

    @Override
    public TableApi tables(Who who) {
        return module.getBean(TableApis.class).open(access(who));
    }

    @Override
    public ObjectApi objects(Who who) {
        return module.getBean(ObjectApis.class).open(access(who));
    }

    @Override
    public String namespace() {
        return namespace.name();
    }

    @Override
    public void create(String manager, ObjectRef ref, ObjectNode object) {
        String root = ref.type().group().isEmpty() ? "/api/" : "/apis/";
        String where = ref.namespace().isEmpty() ? "" : "/namespaces/" + ref.namespace();
        namespace
                .api()
                .create(
                        root + ref.type().apiVersion() + where + "/"
                                + ref.type().plural() + "?fieldManager=" + manager,
                        object.toString());
    }

    @Override
    public <T> T eventually(Callable<T> value, Predicate<T> wanted) {
        return await().atMost(Duration.ofSeconds(40)).until(value, wanted);
    }

    @Override
    public void close() {
        namespace.close();
        module.close();
    }

    private ClusterAccess access(Who who) {
        var values = Map.of("token", token(who), "caCertificate", cluster.ca());
        Answer<ClusterAccess> access = module.getBean(AuthMethods.class)
                .find("token")
                .orElseThrow()
                .access(new AuthInput(cluster.server(), values, true));
        return ((Answer.Got<ClusterAccess>) access).value();
    }

    private String token(Who who) {
        return switch (who) {
            case ADMINISTRATOR -> cluster.token();
            case VIEWER -> cluster.viewerToken();
            case NOBODY -> cluster.nobodyToken();
            case STRANGER -> "nobody-has-this-token";
        };
    }
}
