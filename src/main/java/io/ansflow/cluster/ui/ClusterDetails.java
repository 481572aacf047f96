package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.kubernetes.Diagnosis.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is known of a cluster, below its row: what failed and what to do, exact times, how it is connected. */
class ClusterDetails extends Div {
    ClusterDetails(Cluster cluster, List<ClusterLink> links) {
        addClassName("cluster-details");
        Div ways = new Div();
        ways.addClassName("cluster-links");
        links.stream().map(link -> link.to(cluster)).flatMap(Optional::stream).forEach(ways::add);
        if (ways.getComponentCount() > 0) {
            add(ways);
        }
        ClusterStatus status = cluster.status();
        if (cluster.simulated()) {
            add(ClusterBadges.simulated());
        }
        status.failures().forEach(failure -> add(new FailureText(failure)));
        Div properties = new Div(checks(status), facts(status), connection(cluster));
        properties.addClassName("properties");
        add(properties);
    }

    private static Component checks(ClusterStatus status) {
        Properties section = new Properties("cluster.details.checks");
        section.put("cluster.details.checked", exact(status.checkedAt()));
        section.put("cluster.details.next", exact(status.nextCheckAt()));
        section.put("cluster.details.since", exact(status.since()));
        if (status.consecutiveFailures() > 0) {
            section.put("cluster.details.failures", Translated.of("number", status.consecutiveFailures()));
        }
        return section;
    }

    private static Component facts(ClusterStatus status) {
        Properties section = new Properties("cluster.details.facts");
        Facts facts = status.facts();
        section.put("cluster.details.factsat", exact(status.factsAt()));
        section.put("cluster.column.version", facts == null ? null : facts.version());
        section.put(
                "cluster.column.namespaces",
                facts == null || facts.namespaces() == null ? null : Translated.of("number", facts.namespaces()));
        section.put("cluster.details.roundtrip", facts == null ? null : Translated.of(Times.length(facts.roundTrip())));
        section.put("cluster.details.user", facts == null ? null : facts.user());
        return section;
    }

    private static Component connection(Cluster cluster) {
        Properties section = new Properties("cluster.details.connection");
        section.put("cluster.column.address", cluster.server().toString());
        section.put("cluster.field.type", Translated.of("cluster.type." + cluster.type()));
        section.put("cluster.field.authMethod", Translated.of("auth." + cluster.authMethod() + ".name"));
        section.put(
                "cluster.details.expires",
                cluster.credentialExpiresAt() == null
                        ? Translated.of("cluster.details.expires.unsaid")
                        : Times.exact(cluster.credentialExpiresAt()));
        section.put(
                "cluster.details.tls",
                Translated.of(cluster.verifyTls() ? "cluster.details.tls.on" : "cluster.details.tls.off"));
        section.put("cluster.field.defaultNamespace", cluster.defaultNamespace());
        return section;
    }

    private static @Nullable String exact(@Nullable Instant at) {
        return at == null ? null : Times.exact(at);
    }

    /** Names and values, one below the other. */
    private static class Properties extends Div {
        Properties(String title) {
            Span heading = new Span(Translated.of(title));
            heading.addClassName("properties-title");
            add(heading);
            addClassName("properties-section");
        }

        void put(String label, @Nullable String value) {
            Span name = new Span(Translated.of(label));
            name.addClassName("secondary");
            Span text = new Span(value == null ? Translated.of("unknown") : value);
            text.addClassName("property-value");
            Div row = new Div(name, text);
            row.addClassName("property");
            add(row);
        }
    }
}
