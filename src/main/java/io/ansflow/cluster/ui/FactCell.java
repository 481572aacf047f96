package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.cluster.ui.ClusterFigures.Share;
import io.ansflow.kubernetes.Diagnosis.Facts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something read from a cluster. Unknown is a dash that says why; what was read before the last check is grey and dated. */
class FactCell extends Div {
    private FactCell(ClusterStatus status, @Nullable String value) {
        addClassNames("cell", "fact-cell");
        if (value == null) {
            Span unknown = new Span(Translated.of("unknown"));
            unknown.setTitle(whyUnknown(status));
            unknown.addClassName("unknown");
            add(unknown);
            return;
        }
        add(new Span(value));
        if (!status.current() && status.factsAt() != null) {
            addClassName("stale");
            Span asOf = new Span(Translated.of("cluster.asof", Times.brief(status.factsAt())));
            asOf.setTitle(Times.exact(status.factsAt()));
            asOf.addClassName("secondary");
            add(asOf);
        }
    }

    static FactCell version(Cluster cluster) {
        Facts facts = cluster.status().facts();
        return new FactCell(cluster.status(), facts == null ? null : facts.version());
    }

    static FactCell nodes(Cluster cluster) {
        Facts facts = cluster.status().facts();
        Share nodes = facts == null ? null : ClusterFigures.nodes(facts);
        FactCell cell = new FactCell(cluster.status(), nodes == null ? null : share(nodes));
        if (nodes != null && nodes.part() < nodes.total()) {
            cell.addClassName("incomplete");
        }
        return cell;
    }

    static FactCell pods(Cluster cluster) {
        Facts facts = cluster.status().facts();
        Share pods = facts == null ? null : ClusterFigures.pods(facts);
        return new FactCell(cluster.status(), pods == null ? null : share(pods));
    }

    private static String share(Share share) {
        return Translated.of("cluster.share", share.part(), share.total());
    }

    static String whyUnknown(ClusterStatus status) {
        if (status.checkedAt() == null) {
            return Translated.of("cluster.unknown.unchecked");
        }
        return status.failures().isEmpty()
                ? Translated.of("cluster.unknown.unread")
                : status.failures().stream().map(FailureText::message).collect(Collectors.joining("\n"));
    }
}
