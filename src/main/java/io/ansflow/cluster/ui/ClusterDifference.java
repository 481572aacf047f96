package io.ansflow.cluster.ui;

import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import java.util.List;
import java.util.function.Function;

/**
 * What an edit changed of a cluster, in the user's words. Of a credential only its end can be seen.
 *
 * @param field as the form calls it
 */
record ClusterDifference(String field, String before, String now) {
    private static final List<Shown> FIELDS = List.of(
            new Shown("cluster.field.name", Cluster::name),
            new Shown("cluster.field.type", cluster -> Translated.of("cluster.type." + cluster.type())),
            new Shown("cluster.field.description", Cluster::description),
            new Shown(
                    "cluster.field.environment",
                    cluster -> Translated.of("cluster.environment." + cluster.environment())),
            new Shown("cluster.field.defaultNamespace", Cluster::defaultNamespace),
            new Shown("cluster.default", cluster -> Translated.of("cluster.conflict.is." + cluster.defaultCluster())),
            new Shown("cluster.field.authMethod", cluster -> Translated.of("auth." + cluster.authMethod() + ".name")),
            new Shown("cluster.field.server", cluster -> cluster.server().toString()),
            new Shown(
                    "cluster.details.tls",
                    cluster ->
                            Translated.of(cluster.verifyTls() ? "cluster.details.tls.on" : "cluster.details.tls.off")),
            new Shown("cluster.details.expires", ClusterDifference::expiry));

    private record Shown(String label, Function<Cluster, String> text) {}

    static List<ClusterDifference> between(Cluster before, Cluster now) {
        return FIELDS.stream()
                .map(field ->
                        new ClusterDifference(Translated.of(field.label()), text(field, before), text(field, now)))
                .filter(difference -> !difference.before().equals(difference.now()))
                .toList();
    }

    private static String text(Shown field, Cluster cluster) {
        String text = field.text().apply(cluster);
        return text.isEmpty() ? Translated.of("unknown") : text;
    }

    private static String expiry(Cluster cluster) {
        return cluster.credentialExpiresAt() == null
                ? Translated.of("cluster.details.expires.unsaid")
                : Times.exact(cluster.credentialExpiresAt());
    }
}
