package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.Following.Changed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells by the stored rows whether what we changed in a cluster has come to its end there. */
@Component
class UnderWay {
    static final String NAMESPACES = "namespaces";

    /** Above this many names all of a kind are as good as these. */
    private static final int MOST_NAMES = 200;

    private final JdbcClient database;

    UnderWay(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether one of the changed objects is being deleted or not as it should be yet, or one of what controllers change in
     * its wake is on its way.
     */
    boolean any(ClusterId cluster, Collection<Changed> changed, Set<String> wake) {
        Map<String, List<Changed>> byKind = changed.stream().collect(Collectors.groupingBy(Changed::kind));
        return byKind.entrySet().stream().anyMatch(kind -> unsettled(cluster, kind.getKey(), kind.getValue()))
                || inTheirWake(cluster, changed, wake);
    }

    private boolean unsettled(ClusterId cluster, String kind, List<Changed> objects) {
        return exists(Condition.is("cluster_id", cluster.value())
                .and(Condition.is("kind", kind))
                .and(Condition.in(
                        "health", List.of(Health.FAILED.rank(), Health.WARNING.rank(), Health.PROGRESSING.rank())))
                .and(oneOf("namespace", objects.stream().map(Changed::namespace).collect(Collectors.toSet())))
                .and(oneOf("name", objects.stream().map(Changed::name).collect(Collectors.toSet()))));
    }

    private boolean inTheirWake(ClusterId cluster, Collection<Changed> changed, Set<String> wake) {
        Set<String> namespaces = changed.stream()
                .map(object -> object.kind().equals(NAMESPACES) ? object.name() : object.namespace())
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toSet());
        return !namespaces.isEmpty()
                && exists(Condition.is("cluster_id", cluster.value())
                        .and(Condition.in("kind", wake))
                        .and(Condition.is("health", Health.PROGRESSING.rank()))
                        .and(oneOf("namespace", namespaces)));
    }

    private static Condition oneOf(String column, Set<String> values) {
        return values.size() > MOST_NAMES ? Condition.TRUE : Condition.in(column, values);
    }

    private boolean exists(Condition condition) {
        return database.sql("select 1 from resource where " + condition.sql() + " limit 1")
                .params(condition.parameters())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
