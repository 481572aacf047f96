package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.configMap;
import static io.ansflow.inventory.TableRows.namespace;
import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.ResourceChanged;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How what we changed is followed to its end without a sync, on every database, in a time that tests let pass. */
abstract class ChangeFollowerContract extends InventoryTest {
    private static final Duration ANY_LOOK = Duration.ofSeconds(20);

    @Autowired
    ClusterSyncs syncs;

    private final ManualFollowTimer timer = new ManualFollowTimer();
    private ChangeFollower follower;
    private ClusterId one;

    @BeforeEach
    void follow_one_cluster() {
        follower = new ChangeFollower(syncs, kinds, new UnderWay(database), timer);
        one = registered("one");
        put(fake("one"), pod("shop", "web"));
        synced(one);
    }

    @Test
    void a_change_is_seen_at_once() {
        put(fake("one"), pod("shop", "web").status("Error"));
        changed("pods", "shop", "web");

        timer.pass(Duration.ZERO);

        assertThat(find("web").status()).isEqualTo("Error");
    }

    @Test
    void a_pod_that_takes_its_30_seconds_to_end_is_gone_from_the_list_soon_after() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");

        timer.pass(Duration.ofSeconds(30));
        assertThat(find("web").status()).isEqualTo("Terminating");
        fake("one").delete("pods", "shop", "web");
        timer.pass(Duration.ofSeconds(8));

        assertThat(names(PODS)).isEmpty();
    }

    @Test
    void a_deletion_that_takes_minutes_is_followed_to_its_end_and_no_further() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");

        timer.pass(Duration.ofMinutes(5));
        assertThat(looks()).isBetween(10, 25);
        assertThat(follower.clusters()).isEqualTo(1);
        fake("one").delete("pods", "shop", "web");
        timer.pass(Duration.ofMinutes(1));

        assertThat(names(PODS)).isEmpty();
        timer.pass(ANY_LOOK);
        assertThat(follower.clusters()).isZero();
    }

    @Test
    void what_never_ends_is_left_to_the_syncs_after_a_while() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");

        timer.pass(Following.LONGEST.plusMinutes(1));

        assertThat(follower.clusters()).isZero();
        assertThat(looks()).isLessThan(35);
        int before = looks();
        timer.pass(Duration.ofHours(1));
        assertThat(looks()).isEqualTo(before);
    }

    @Test
    void what_a_deletion_leaves_to_controllers_is_followed_in_its_turn() {
        put(fake("one"), deployment("web", "1/1", 1));
        synced(one);
        fake("one").delete("deployments", "shop", "web");
        changed("deployments", "shop", "web");
        timer.pass(Duration.ofSeconds(5));

        put(fake("one"), pod("shop", "web").deleting());
        timer.pass(Duration.ofSeconds(25));
        assertThat(find("web").status()).isEqualTo("Terminating");
        fake("one").delete("pods", "shop", "web");
        timer.pass(Duration.ofSeconds(10));

        assertThat(names(PODS)).isEmpty();
    }

    @Test
    void a_rollout_is_followed_until_its_pods_are_up() {
        put(fake("one"), deployment("api", "0/2", 0));
        changed("deployments", "shop", "api");

        timer.pass(Duration.ofSeconds(40));
        assertThat(deployment("api").health()).isEqualTo(Health.FAILED);
        put(fake("one"), deployment("api", "2/2", 2));
        timer.pass(ANY_LOOK);

        assertThat(deployment("api").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void what_has_settled_is_not_looked_at_any_more() {
        changed("pods", "shop", "web");
        timer.pass(ANY_LOOK);
        int before = looks();

        timer.pass(Duration.ofMinutes(10));

        assertThat(before).isBetween(2, 5);
        assertThat(looks()).isEqualTo(before);
        assertThat(follower.clusters()).isZero();
    }

    @Test
    void what_others_do_elsewhere_is_not_followed() {
        put(fake("one"), pod("elsewhere", "busy").status("ContainerCreating"));
        synced(one);
        changed("pods", "shop", "web");

        timer.pass(ANY_LOOK);

        assertThat(follower.clusters()).isZero();
    }

    @Test
    void a_thousand_deletions_are_followed_by_few_looks() {
        IntStream.range(0, 1000).forEach(i -> fake("one").put(pod("shop", "p" + i)));
        synced(one);
        int before = looks();
        IntStream.range(0, 1000).forEach(i -> {
            fake("one").put(pod("shop", "p" + i).deleting());
            changed("pods", "shop", "p" + i);
            timer.pass(Duration.ofMillis(10));
        });
        assertThat(looks() - before).isBetween(10, 25);

        IntStream.range(0, 1000).forEach(i -> fake("one").delete("pods", "shop", "p" + i));
        timer.pass(ANY_LOOK);

        assertThat(names(PODS)).containsExactly("shop/web");
        assertThat(follower.clusters()).isZero();
    }

    @Test
    void a_change_is_seen_at_once_also_while_another_is_followed() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");
        timer.pass(Duration.ofMinutes(3));

        put(fake("one"), configMap("shop", "settings"));
        changed("configmaps", "shop", "settings");
        timer.pass(Duration.ofSeconds(1));

        assertThat(names(CONFIG_MAPS)).containsExactly("shop/settings");
    }

    @Test
    void with_a_namespace_goes_what_was_in_it() {
        put(fake("one"), namespace("shop"), configMap("shop", "settings"));
        synced(one);
        put(fake("one"), namespace("shop").deleting());
        changed("namespaces", "", "shop");

        timer.pass(Duration.ofSeconds(50));
        assertThat(names(CONFIG_MAPS)).containsExactly("shop/settings");
        fake("one").delete("configmaps", "shop", "settings");
        fake("one").delete("pods", "shop", "web");
        fake("one").delete("namespaces", "", "shop");
        timer.pass(ANY_LOOK);

        assertThat(names(CONFIG_MAPS)).isEmpty();
        assertThat(names(PODS)).isEmpty();
        assertThat(names(new KindId("namespaces"))).isEmpty();
        timer.pass(ANY_LOOK);
        assertThat(follower.clusters()).isZero();
    }

    @Test
    void a_cluster_that_does_not_answer_for_a_while_is_looked_at_again() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");
        timer.pass(Duration.ofSeconds(3));
        fake("one").failing("pods", ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "one.example:443"));
        fake("one").delete("pods", "shop", "web");
        timer.pass(Duration.ofMinutes(1));
        assertThat(find("web").status()).isEqualTo("Terminating");

        fake("one").failing("pods", null);
        timer.pass(ANY_LOOK);

        assertThat(names(PODS)).isEmpty();
    }

    @Test
    void a_cluster_that_is_gone_is_not_followed() {
        put(fake("one"), pod("shop", "web").deleting());
        changed("pods", "shop", "web");
        timer.pass(Duration.ofSeconds(1));
        delete(one);

        timer.pass(ANY_LOOK);

        assertThat(follower.clusters()).isZero();
    }

    @Test
    void what_the_inventory_does_not_know_changes_what_it_knows() {
        changed("certificates", "shop", "web-tls");
        put(fake("one"), pod("shop", "web").status("ContainerCreating"));

        timer.pass(Duration.ofSeconds(3));

        assertThat(find("web").status()).isEqualTo("ContainerCreating");
    }

    private void changed(String kind, String namespace, String name) {
        follower.follow(new ResourceChanged(one, kind, namespace, name, null, false));
    }

    /** How often changes of pods were asked for. */
    private int looks() {
        return (int) fake("one").watches.stream()
                .filter(watch -> watch.path().endsWith("/pods"))
                .count();
    }

    private Resource find(String pod) {
        return inventory.find(new ResourceKey(one, PODS, "shop", pod)).orElseThrow();
    }

    private Resource deployment(String name) {
        return inventory
                .find(new ResourceKey(one, new KindId("deployments"), "shop", name))
                .orElseThrow();
    }

    private static TableRows deployment(String name, String ready, int available) {
        return TableRows.of("deployments", "shop", name)
                .cell("Ready", ready)
                .cell("Up-to-date", ready.substring(2))
                .cell("Available", Integer.toString(available));
    }
}
