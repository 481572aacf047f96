package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectApis;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/**
 * Connections to registered clusters, for the features that ask them something. Who may ask is for the feature's service
 * to decide; credentials stay in here.
 */
@Component
public class ClusterConnections {
    private final ClusterRepository clusters;
    private final ClusterAccesses accesses;
    private final ClusterApis apis;
    private final ObjectApis objects;
    private final TableApis tables;

    ClusterConnections(
            ClusterRepository clusters,
            ClusterAccesses accesses,
            ClusterApis apis,
            ObjectApis objects,
            TableApis tables) {
        this.clusters = clusters;
        this.accesses = accesses;
        this.apis = apis;
        this.objects = objects;
        this.tables = tables;
    }

    /**
     * Opens a connection; the caller closes it. Nothing is sent before the first question.
     *
     * @return the connection, or why the stored credential cannot be used
     * @throws NoSuchElementException if the cluster is gone
     */
    public Answer<ClusterApi> open(ClusterId id) {
        return access(id).then(access -> Answer.of(apis.open(access, CheckProgress.NONE)));
    }

    /**
     * Opens a connection to the objects of a cluster; otherwise as {@link #open}.
     *
     * @throws NoSuchElementException if the cluster is gone
     */
    public Answer<ObjectApi> objects(ClusterId id) {
        return access(id).then(access -> Answer.of(objects.open(access)));
    }

    /**
     * Opens a connection to the collections of a cluster; otherwise as {@link #open}.
     *
     * @throws NoSuchElementException if the cluster is gone
     */
    public Answer<TableApi> tables(ClusterId id) {
        return access(id).then(access -> Answer.of(tables.open(access)));
    }

    private Answer<ClusterAccess> access(ClusterId id) {
        return accesses.of(clusters.findById(id.value())
                .orElseThrow(() -> new NoSuchElementException("Cluster " + id + " is gone")));
    }
}
