package io.ansflow.testing;

import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cluster with which a contract is tested: a control plane with all of its controllers, but nothing that would schedule or
 * run a pod.
 */
public interface TestedCluster extends AutoCloseable {
    /** Who asks. */
    enum Who {
        ADMINISTRATOR,
        /** May read in namespace {@code default}, but no Secrets. */
        VIEWER,
        /** Is known, and may do nothing. */
        NOBODY,
        /** Has a token that the cluster does not know. */
        STRANGER
    }

    ClusterApi check(Who who);

    TableApi tables(Who who);

    ObjectApi objects(Who who);

    /** A namespace for one test; it goes with the cluster. */
    String namespace();

    /** Creates an object in the name of another field manager, past what is under test. */
    void create(String manager, ObjectRef ref, ObjectNode object);

    /** Lets time pass until a value is as it should be. */
    <T> T eventually(Callable<T> value, Predicate<T> wanted);

    @Override
    void close();
}
