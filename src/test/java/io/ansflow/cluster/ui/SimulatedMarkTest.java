package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Cluster;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import org.junit.jupiter.api.Test;

/** Nobody takes a simulated cluster for a real one. */
class SimulatedMarkTest extends UiTest {
    private final Cluster real = cluster(1, "alpha").build();
    private final Cluster simulated =
            cluster(2, "beta").server("https://beta.simulated.invalid").build();

    @Test
    void the_list_marks_those_that_are_simulated() {
        logIn(Role.ADMINISTRATOR);

        assertThat(Screen.text(new NameCell(real))).doesNotContain("Simulated");
        assertThat(Screen.text(new NameCell(simulated))).contains("Simulated");
    }

    @Test
    void the_form_says_so() {
        logIn(Role.ADMINISTRATOR);
        clusters.with(real, simulated);

        UI.getCurrent().navigate("clusters/2/edit");
        assertThat(Screen.text(_get(ClusterFormView.class))).contains("Simulated");

        UI.getCurrent().navigate("clusters/1/edit");
        assertThat(Screen.text(_get(ClusterFormView.class))).doesNotContain("Simulated");
    }

    @Test
    void a_tag_and_what_is_asked_before_a_deletion_say_so() {
        logIn(Role.ADMINISTRATOR);

        assertThat(Screen.text(new ClusterTag(real))).doesNotContain("Simulated");
        assertThat(Screen.text(new ClusterTag(simulated))).contains("beta", "Simulated");
        assertThat(Screen.text(new DeleteDialog(simulated, clusters))).contains("Simulated");

        speak(Messages.CHINESE);
        assertThat(Screen.text(new ClusterTag(simulated))).contains("模拟");
    }
}
