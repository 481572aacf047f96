package io.ansflow.cluster;

import io.ansflow.base.Text;
import java.util.regex.Pattern;

/** The rules for what people write about a cluster. */
final class DraftRules {
    static final int MAX_DESCRIPTION = 500;

    /** RFC 1123 label, as Kubernetes has it for namespaces. */
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private DraftRules() {}

    /** @throws InvalidCluster naming the first field that breaks a rule */
    static void check(ClusterDraft draft) {
        var _ = new ClusterName(draft.name());
        if (draft.description().length() > MAX_DESCRIPTION) {
            throw new InvalidCluster("description", Text.of("cluster.invalid.description", MAX_DESCRIPTION));
        }
        if (!NAMESPACE.matcher(draft.defaultNamespace()).matches()) {
            throw new InvalidCluster("defaultNamespace", Text.of("cluster.invalid.defaultNamespace"));
        }
    }
}
