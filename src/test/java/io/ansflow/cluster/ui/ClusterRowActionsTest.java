package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.kubernetes.Stage;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be done with a row of the list. */
class ClusterRowActionsTest extends ClusterListTest {

    @ParameterizedTest
    @CsvSource({"VIEWER, 0", "OPERATOR, 1", "ADMINISTRATOR, 3"})
    void actions_mirror_the_role(Role role, int buttons) {
        clusters.with(cluster(1, "alpha").build());

        open(role);

        assertThat(_find(GridKt._getCellComponent(grid(), 0, "actions"), Button.class))
                .hasSize(buttons);
        assertThat(_find(Button.class, spec -> spec.withText("Add cluster")))
                .hasSize(role == Role.ADMINISTRATOR ? 1 : 0);
    }

    @Test
    void check_now_asks_for_a_check() {
        clusters.with(cluster(7, "alpha").build());
        open(Role.OPERATOR);

        _click(action(0, "Check alpha now"));

        assertThat(clusters.checksRequested).containsExactly(new ClusterId(7));
    }

    @Test
    void edit_leads_to_the_form() {
        clusters.with(cluster(7, "alpha").build());
        open(Role.ADMINISTRATOR);

        _click(action(0, "Edit alpha"));

        assertThat(path()).isEqualTo("clusters/7/edit");
    }

    @Test
    void the_buttons_of_a_row_stay_while_the_row_changes() {
        clusters.with(cluster(1, "alpha").build());
        open(Role.OPERATOR);
        RowActions actions = new RowActions(GridKt._get(grid(), 0), clusters, application.getBean(CurrentUser.class));
        Button check = _get(actions, Button.class);

        actions.show(cluster(1, "renamed").running(new RunningCheck(Stage.TLS)).build());

        assertThat(_get(actions, Button.class)).isSameAs(check);
        assertThat(check.getAriaLabel()).contains("Check renamed now");
        assertThat(check.isEnabled()).isFalse();
        actions.show(cluster(1, "renamed").build());
        assertThat(check.isEnabled()).isTrue();
    }
}
