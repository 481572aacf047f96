package io.ansflow.operation;

import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditLog.Action;
import io.ansflow.audit.AuditLog.Subject;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterConnections;
import io.ansflow.cluster.Clusters;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The way from a feature's service to the objects of a registered cluster: opens a connection for one piece of work, writes
 * changes into the audit log before they are made and their outcome after, and tells the news. Who may, is for the service
 * to decide. Work of an interrupted thread ends by a {@link CancellationException}.
 */
@Component
public class ClusterObjects {
    private final ClusterConnections connections;
    private final Clusters clusters;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ClusterObjects(
            ClusterConnections connections, Clusters clusters, AuditLog audit, ApplicationEventPublisher events) {
        this.connections = connections;
        this.clusters = clusters;
        this.audit = audit;
        this.events = events;
    }

    /**
     * One change of one object.
     *
     * @param action its text is {@code audit.action.<action>}
     * @param details what a later reader of the audit log needs to know, such as {@code replicas 2 → 5}; never a secret
     */
    public record Change(String action, Target target, String details) {}

    /** Asks the cluster something. */
    public <T> Answer<T> read(ClusterId cluster, Function<ObjectApi, Answer<T>> question) {
        return connections(cluster).then(api -> {
            try (api) {
                return question.apply(api);
            }
        });
    }

    /** Does what leaves the cluster as it is, and yet has to be on record. */
    public <T> Answer<T> record(Change change, Function<ObjectApi, Answer<T>> work) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted before " + change.action());
        }
        Target target = change.target();
        String name = clusters.find(target.cluster()).map(Cluster::name).orElse("");
        var subject = new Subject(target.cluster(), name);
        return audit.recording(
                new Action(change.action(), subject, target.path(), change.details()),
                () -> read(target.cluster(), work),
                ClusterObjects::failure);
    }

    /** Changes an object, and returns it as it is then. */
    public Answer<KubeObject> change(Change change, Function<ObjectApi, Answer<KubeObject>> work) {
        return record(change, work).then(object -> {
            tell(change.target(), object, false);
            return Answer.of(object);
        });
    }

    /** Changes an object by a way that does not always show it; it as it is then, or empty if it was not shown. */
    public Answer<Optional<KubeObject>> changeUnseen(
            Change change, Function<ObjectApi, Answer<Optional<KubeObject>>> work) {
        return record(change, work).then(object -> {
            tell(change.target(), object.orElse(null), false);
            return Answer.of(object);
        });
    }

    /** Deletes an object; it as it is then, or empty if it is gone. */
    public Answer<Optional<KubeObject>> delete(Change change, Function<ObjectApi, Answer<Optional<KubeObject>>> work) {
        return record(change, work).then(left -> {
            tell(change.target(), left.orElse(null), left.isEmpty());
            return Answer.of(left);
        });
    }

    /** Tells that an object which was on its way out has gone. */
    public void gone(Target target) {
        tell(target, null, true);
    }

    private Answer<ObjectApi> connections(ClusterId cluster) {
        try {
            return connections.objects(cluster);
        } catch (NoSuchElementException e) {
            return Answer.failed(ClusterFailure.because(FailureCode.NOT_FOUND, "cluster"));
        }
    }

    private void tell(Target target, @Nullable KubeObject object, boolean gone) {
        events.publishEvent(
                new ResourceChanged(target.cluster(), target.kind(), target.namespace(), target.name(), object, gone));
    }

    private static Optional<Text> failure(Answer<?> answer) {
        return switch (answer) {
            case Answer.Got<?> _ -> Optional.empty();
            case Answer.Failed<?>(ClusterFailure failure) -> Optional.of(failure.message());
        };
    }
}
