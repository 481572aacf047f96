package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.Resource.Freshness;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import io.ansflow.workload.FakeEvents;
import io.ansflow.workload.FakeManifests;
import io.ansflow.workload.FakePods;
import io.ansflow.workload.FakeWorkloads;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Acts on what stands in the panel of a resource of the cluster {@code alpha}, which is for testing. */
abstract class WorkloadUiTest extends UiTest {
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Autowired
    FakeWorkloads workloads;

    @Autowired
    FakeManifests manifests;

    @Autowired
    FakePods pods;

    @Autowired
    FakeEvents events;

    @BeforeEach
    void prepareWorkloads() {
        workloads.clear();
        manifests.clear();
        pods.clear();
        clusters.with(
                cluster(1, "alpha").environment(Environment.TESTING).build(),
                cluster(2, "beta").environment(Environment.PRODUCTION).build());
    }

    /** A resource of {@code alpha}, in the namespace {@code shop}. */
    static Resource resource(String kind, String name) {
        return resource(1, kind, kind.equals("nodes") ? "" : "shop", name);
    }

    static Resource resource(long cluster, String kind, String namespace, String name) {
        return new Resource(
                1,
                new ResourceKey(new ClusterId(cluster), new KindId(kind), namespace, name),
                cluster == 1 ? "alpha" : "beta",
                "uid-" + name,
                Health.HEALTHY,
                "",
                Map.of(),
                Map.of(),
                List.of(),
                "1",
                Instant.EPOCH,
                new Freshness(Instant.EPOCH, false));
    }

    /** Puts a component on the page. */
    static <T extends Component> T show(T component) {
        UI.getCurrent().add(component);
        return component;
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static Button button(Component in, String text) {
        return _get(in, Button.class, spec -> spec.withText(text));
    }

    /** Presses the button as soon as it can be. */
    static void press(Component in, String text) {
        eventually(() -> assertThat(button(in, text).isEnabled()).isTrue());
        _click(button(in, text));
    }

    static Dialog dialog() {
        return _get(Dialog.class);
    }

    static void assertNoDialog() {
        assertThat(_find(Dialog.class)).isEmpty();
    }

    static String screen() {
        return String.join("\n", Screen.texts().toList());
    }
}
