package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Tree;
import io.ansflow.kubernetes.simulated.world.Blueprint;
import io.ansflow.testing.TestNamespace;
import io.ansflow.testing.TestedCluster;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The simulated adapter, connected to a simulated control plane. */
public final class TestedSimulatedCluster implements TestedCluster {
    private static final SimulatedAddress ADDRESS = SimulatedAddress.of(Blueprint.BARE);
    private static final ResourceType ROLE_BINDING =
            new ResourceType("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", true);
    private static final int PATIENCE_SECONDS = 120;

    private final Simulated simulated = new Simulated();
    private final String namespace = TestNamespace.newName();

    /** Makes the cluster, with a namespace and a viewer. */
    public TestedSimulatedCluster() {
        try (ObjectApi administrator = objects(Who.ADMINISTRATOR)) {
            administrator.create(
                    ResourceType.NAMESPACE.named(namespace),
                    Tree.parse("{'metadata':{'name':'" + namespace + "'}}"),
                    WriteMode.PERSIST);
            administrator.create(
                    ROLE_BINDING.named("default", "viewers"),
                    Tree.parse("{'metadata':{'name':'viewers'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io',"
                            + "'kind':'ClusterRole','name':'view'},'subjects':[{'kind':'ServiceAccount',"
                            + "'name':'viewer','namespace':'default'}]}"),
                    WriteMode.PERSIST);
        }
    }

    @Override
    public ClusterApi check(Who who) {
        return simulated.check(access(who));
    }

    @Override
    public TableApi tables(Who who) {
        return simulated.tables(access(who));
    }

    @Override
    public ObjectApi objects(Who who) {
        return simulated.objects(access(who));
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public void create(String manager, ObjectRef ref, ObjectNode object) {
        Answer<ObjectNode> answer = simulated
                .connection(access(Who.ADMINISTRATOR))
                .ask(
                        manager,
                        (inside, caller) -> new Writer(
                                        inside.store(), inside.kinds(), new Ids(new SplittableRandom()), inside::now)
                                .create(
                                        inside.kinds().find(ref.type()).orElseThrow(),
                                        ref.namespace(),
                                        object.deepCopy(),
                                        manager));
        if (answer instanceof Answer.Failed<ObjectNode> failed) {
            throw new IllegalStateException(failed.failure().toString());
        }
    }

    @Override
    public <T> T eventually(Callable<T> value, Predicate<T> wanted) {
        try {
            T found = value.call();
            for (int second = 0; second < PATIENCE_SECONDS && !wanted.test(found); second++) {
                simulated.clock().pass(Duration.ofSeconds(1));
                found = value.call();
            }
            if (!wanted.test(found)) {
                throw new AssertionError(
                        "Not within " + PATIENCE_SECONDS + " simulated seconds; the last was " + found);
            }
            return found;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // It goes with its memory.
    }

    private ClusterAccess access(Who who) {
        Duration life = Duration.ofDays(1);
        return switch (who) {
            case ADMINISTRATOR -> simulated.access(ADDRESS);
            case VIEWER -> simulated.access(ADDRESS, "default", "viewer", life);
            case NOBODY -> simulated.access(ADDRESS, "default", "nobody", life);
            case STRANGER -> {
                ClusterAccess known = simulated.access(ADDRESS);
                ClusterAccess other = simulated.access(ADDRESS);
                yield new ClusterAccess(known.server(), known.tls(), null, other.client());
            }
        };
    }
}
