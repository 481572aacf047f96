package io.ansflow.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.ContainerLimits.Amounts;
import io.ansflow.operation.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is said of namespaces without asking a cluster. */
class NamespaceRulesTest {
    private static final Messages MESSAGES = new Messages();

    @ParameterizedTest
    @ValueSource(strings = {"shop", "a", "team-1", "0"})
    void names(String name) {
        assertThat(NamespaceName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "shop_1", "-shop", "shop-", "商店", "a.b"})
    void no_names(String name) {
        assertTold(NamespaceName.problem(name).orElseThrow());
        assertThatThrownBy(() -> new NamespaceName(name)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "app.kubernetes.io/name", "a_b.C-d", "9"})
    void keys(String key) {
        assertThat(Labels.keyProblem(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "Example.com/a", "a/b/c", "-a", "a b", "组"})
    void no_keys(String key) {
        assertTold(Labels.keyProblem(key).orElseThrow());
    }

    @Test
    void values_of_labels_are_short_words() {
        assertThat(Labels.valueProblem("")).isEmpty();
        assertThat(Labels.valueProblem("v1.2_3-x")).isEmpty();
        assertThat(Labels.valueProblem("x".repeat(63))).isEmpty();
        for (String value : List.of("x".repeat(64), "a b", "-a", "值")) {
            assertTold(Labels.valueProblem(value).orElseThrow());
        }
    }

    @Test
    void annotations_take_any_value_up_to_a_size() {
        assertThatCode(() -> Labels.check(Map.of(), Map.of("a", "任 意"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Labels.check(Map.of(), Map.of("a", "x".repeat(256 * 1024))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo("annotations"));
    }

    @Test
    void quotas_are_not_negative_and_count_whole_pods() {
        assertThatCode(() -> LimitRules.check(new Quota(q("0"), q("1.5Gi"), null, q("2e1"))))
                .doesNotThrowAnyException();
        assertRefused("cpu", () -> LimitRules.check(new Quota(q("-1"), null, null, null)));
        assertRefused("pods", () -> LimitRules.check(new Quota(null, null, null, q("500m"))));
    }

    @Test
    void a_request_is_not_more_than_the_limit_and_neither_more_than_the_maximum() {
        assertThatCode(() -> LimitRules.check(limits("100m", "0.1", "1"))).doesNotThrowAnyException();
        assertRefused("limits.cpu", () -> LimitRules.check(limits("101m", "0.1", null)));
        assertRefused("limits.cpu", () -> LimitRules.check(limits(null, "2", "1")));
        assertRefused("limits.cpu", () -> LimitRules.check(limits("2", null, "1")));
        assertRefused("limits.cpu", () -> LimitRules.check(limits("-1", null, null)));
    }

    @Test
    void every_condition_of_a_terminating_namespace_is_told() {
        List<Text> holders = NamespaceRemoval.holders(namespace("""
                {"status": {"conditions": [
                  {"type": "NamespaceDeletionDiscoveryFailure", "status": "True", "message": "metrics.k8s.io/v1beta1"},
                  {"type": "NamespaceDeletionGroupVersionParsingFailure", "status": "False", "message": "parsed"},
                  {"type": "NamespaceDeletionContentFailure", "status": "True", "message": "webhook"},
                  {"type": "NamespaceContentRemaining", "status": "True", "message": "pods. has 1 resource instances"},
                  {"type": "NamespaceFinalizersRemaining", "status": "True", "message": "x in 1 resource instances"},
                  {"type": "Future", "status": "True", "message": "m"}]}}"""));
        assertThat(holders)
                .containsExactly(
                        Text.of("namespace.holder.discovery", "metrics.k8s.io/v1beta1"),
                        Text.of("namespace.holder.failure", "webhook"),
                        Text.of("namespace.holder.content", "pods. has 1 resource instances"),
                        Text.of("namespace.holder.finalizers", "x in 1 resource instances"),
                        Text.of("namespace.holder.other", "Future", "m"));
        holders.forEach(NamespaceRulesTest::assertTold);
    }

    private static void assertRefused(String field, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertTold(e.text());
        });
    }

    private static void assertTold(Text text) {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(MESSAGES.get(language, text)).isNotBlank().doesNotContainPattern("\\{\\d}");
        }
    }

    private static ContainerLimits limits(@Nullable String request, @Nullable String limit, @Nullable String max) {
        return new ContainerLimits(amounts(request), amounts(limit), amounts(max));
    }

    private static Amounts amounts(@Nullable String cpu) {
        return new Amounts(cpu == null ? null : q(cpu), null);
    }

    private static Quantity q(String text) {
        return Quantity.parse(text).orElseThrow();
    }

    private static KubeObject namespace(String json) {
        return new KubeObject((ObjectNode) JsonMapper.shared().readTree(json));
    }
}
