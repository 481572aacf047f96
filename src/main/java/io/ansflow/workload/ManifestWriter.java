package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes objects as YAML, in the cluster's order of fields. */
final class ManifestWriter {
    private static final String MANAGED_FIELDS = "managedFields";

    /** Changes with every change, or never; says nothing in a comparison. */
    private static final List<String> NOISE =
            List.of(MANAGED_FIELDS, "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

    private ManifestWriter() {}

    /** All of it but who decided about which field. */
    static String write(KubeObject object) {
        ObjectNode tree = object.copy();
        tree.withObjectProperty("metadata").remove(MANAGED_FIELDS);
        return dump(tree);
    }

    /** What somebody decided about, to be compared. */
    static String comparable(ObjectNode object) {
        ObjectNode tree = object.deepCopy();
        tree.withObjectProperty("metadata").remove(NOISE);
        tree.remove("status");
        return dump(tree);
    }

    private static String dump(ObjectNode tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setIndicatorIndent(0);
        return new Yaml(options).dump(JsonMapper.shared().convertValue(tree, Object.class));
    }
}
