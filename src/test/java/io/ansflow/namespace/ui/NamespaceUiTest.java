package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static io.ansflow.inventory.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.cluster.Environment;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.ResourceBuilder;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.FakeNamespaces;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.QuotaUse;
import io.ansflow.operation.FakePermissions;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Looks at namespaces of {@code alpha}, which is for testing, and of {@code beta}, which is in production. */
abstract class NamespaceUiTest extends UiTest {
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Autowired
    FakeNamespaces namespaces;

    @Autowired
    FakePermissions permissions;

    @BeforeEach
    void prepareNamespaces() {
        namespaces.clear();
        permissions.clear();
        clusters.with(
                cluster(1, "alpha").environment(Environment.TESTING).build(),
                cluster(2, "beta").environment(Environment.PRODUCTION).build());
    }

    static ResourceBuilder namespace(long cluster, String name) {
        return resource(cluster, "namespaces", name).status("Active", Health.HEALTHY);
    }

    static NamespaceDetail detail(String name, QuotaUse... quotas) {
        return new NamespaceDetail(
                name,
                "uid-" + name,
                "1",
                false,
                Instant.EPOCH,
                Map.of("team", "shop", "tier", "front"),
                Map.of("owner", "李雷"),
                Answer.of(List.of(quotas)));
    }

    static QuotaUse quota(String name, QuotaUse.Line... lines) {
        return new QuotaUse(name, name.equals("ansflow"), false, List.of(lines));
    }

    static QuotaUse.Line line(String resource, String hard, String used) {
        return new QuotaUse.Line(
                resource,
                Quantity.parse(hard).orElseThrow(),
                Quantity.parse(used).orElse(null));
    }

    static void open(String path) {
        open(path, "");
    }

    static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    static Button button(Component in, String text) {
        return _get(in, Button.class, spec -> spec.withText(text));
    }

    /** Presses the button as soon as it can be. */
    static void press(Component in, String text) {
        eventually(() -> assertThat(button(in, text).isEnabled()).isTrue());
        _click(button(in, text));
    }

    static void press(String text) {
        press(UI.getCurrent(), text);
    }

    static Dialog dialog() {
        return _get(Dialog.class);
    }

    static String screen() {
        return String.join("\n", Screen.texts().toList());
    }
}
