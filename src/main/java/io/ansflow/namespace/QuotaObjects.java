package io.ansflow.namespace;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.namespace.ContainerLimits.Amounts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Quotas and limits as objects of the API. */
final class QuotaObjects {
    /** The name of the ResourceQuota and of the LimitRange that we write. */
    static final String NAME = "ansflow";

    private QuotaObjects() {}

    static ObjectRef quotaRef(NamespaceName namespace) {
        return ResourceType.RESOURCE_QUOTA.named(namespace.value(), NAME);
    }

    static ObjectRef limitsRef(NamespaceName namespace) {
        return ResourceType.LIMIT_RANGE.named(namespace.value(), NAME);
    }

    static ObjectNode quota(Quota quota) {
        ObjectNode object = NamespaceObject.named(ResourceType.RESOURCE_QUOTA, NAME);
        ObjectNode hard = object.putObject("spec").putObject("hard");
        put(hard, "requests.cpu", quota.cpu());
        put(hard, "requests.memory", quota.memory());
        put(hard, "requests.storage", quota.storage());
        put(hard, "pods", quota.pods());
        return object;
    }

    static ObjectNode limits(ContainerLimits limits) {
        ObjectNode object = NamespaceObject.named(ResourceType.LIMIT_RANGE, NAME);
        ObjectNode container = object.putObject("spec").putArray("limits").addObject();
        container.put("type", "Container");
        put(container, "defaultRequest", limits.defaultRequest());
        put(container, "default", limits.defaultLimit());
        put(container, "max", limits.max());
        return object;
    }

    /** A ResourceQuota and its use. A new quota has no status for a moment: nothing is known of its use then. */
    static QuotaUse use(KubeObject quota) {
        Map<String, String> used = quota.texts("status", "used");
        List<QuotaUse.Line> lines = quota.texts("spec", "hard").entrySet().stream()
                .flatMap(hard -> Quantity.parse(hard.getValue()).stream()
                        .map(limit -> new QuotaUse.Line(hard.getKey(), limit, quantity(used.get(hard.getKey())))))
                .toList();
        boolean scoped = !quota.at("spec", "scopes").isEmpty()
                || !quota.at("spec", "scopeSelector").isEmpty();
        return new QuotaUse(quota.name(), quota.name().equals(NAME), scoped, lines);
    }

    /** What is limited to how much, in one line: {@code {"pods":"10","requests.cpu":"4"}} without its quotes and braces. */
    static String summary(ObjectNode quotaOrLimits) {
        return quotaOrLimits.path("spec").toString().replaceAll("[\\[\\]{}\"]", "");
    }

    private static @Nullable Quantity quantity(@Nullable String text) {
        return text == null ? null : Quantity.parse(text).orElse(null);
    }

    private static void put(ObjectNode container, String key, Amounts amounts) {
        if (!amounts.equals(Amounts.NONE)) {
            ObjectNode node = container.putObject(key);
            put(node, "cpu", amounts.cpu());
            put(node, "memory", amounts.memory());
        }
    }

    private static void put(ObjectNode node, String key, @Nullable Quantity quantity) {
        if (quantity != null) {
            node.put(key, quantity.text());
        }
    }
}
