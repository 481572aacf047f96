package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects from JSON with single quotes. */
final class KubeObjects {
    private KubeObjects() {}

    static KubeObject of(String json) {
        return new KubeObject((ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"')));
    }
}
