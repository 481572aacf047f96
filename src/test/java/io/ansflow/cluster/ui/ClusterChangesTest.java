package io.ansflow.cluster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterChanged;
import io.ansflow.testing.UiTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterChangesTest extends UiTest {
    private final ClusterChanges changes = new ClusterChanges();
    private final List<Set<ClusterId>> told = new ArrayList<>();

    @AfterEach
    void stop() {
        changes.destroy();
    }

    @Test
    void a_page_is_told_what_changed() {
        changes.subscribe(UI.getCurrent(), told::add);

        changes.on(new ClusterChanged(new ClusterId(1)));

        eventually(() -> assertThat(told).containsExactly(Set.of(new ClusterId(1))));
    }

    @Test
    void a_flood_arrives_in_few_drops() {
        changes.subscribe(UI.getCurrent(), told::add);

        LongStream.rangeClosed(1, 500)
                .mapToObj(ClusterId::new)
                .map(ClusterChanged::new)
                .forEach(changes::on);

        eventually(() -> assertThat(all()).hasSize(500));
        assertThat(told).hasSizeLessThan(10);
    }

    @Test
    void nothing_is_lost_between_two_drops() {
        changes.subscribe(UI.getCurrent(), told::add);
        changes.on(new ClusterChanged(new ClusterId(1)));
        eventually(() -> assertThat(told).hasSize(1));

        changes.on(new ClusterChanged(new ClusterId(1)));
        changes.on(new ClusterChanged(new ClusterId(2)));

        eventually(() -> assertThat(told).hasSize(2));
        assertThat(told.getLast()).containsExactlyInAnyOrder(new ClusterId(1), new ClusterId(2));
    }

    @Test
    void a_view_that_left_hears_nothing_even_if_it_was_on_its_way() {
        var subscription = changes.subscribe(UI.getCurrent(), told::add);
        List<Set<ClusterId>> toldOther = new ArrayList<>();
        changes.subscribe(UI.getCurrent(), toldOther::add);
        changes.on(new ClusterChanged(new ClusterId(1)));

        subscription.remove();

        eventually(() -> assertThat(toldOther).hasSize(1));
        MockVaadin.clientRoundtrip(false);
        assertThat(told).isEmpty();
    }

    private Set<ClusterId> all() {
        Set<ClusterId> all = new HashSet<>();
        told.forEach(all::addAll);
        return all;
    }
}
