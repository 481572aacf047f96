package io.ansflow.cluster.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterChanged;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings {@link ClusterChanged} to the pages that show clusters. A page is told at once, and then at most every
 * {@link #PAUSE}, of all that changed in between: checks of many clusters do not flood browsers.
 */
@Component
class ClusterChanges implements DisposableBean {
    static final Duration PAUSE = Duration.ofMillis(250);

    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ui-changes").daemon().factory());

    @EventListener
    void on(ClusterChanged change) {
        subscriptions.forEach(subscription -> subscription.changed(change.id()));
    }

    /** Calls the listener, holding the page's lock, with what changed. Remove the registration when the view goes. */
    Registration subscribe(UI page, Consumer<Set<ClusterId>> listener) {
        Subscription subscription = new Subscription(page, listener);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    int subscribers() {
        return subscriptions.size();
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    private class Subscription {
        private final UI page;
        private final Consumer<Set<ClusterId>> listener;
        private final Set<ClusterId> pending = new HashSet<>();
        private boolean onItsWay;
        private long lastTold = System.nanoTime() - PAUSE.toNanos();

        Subscription(UI page, Consumer<Set<ClusterId>> listener) {
            this.page = page;
            this.listener = listener;
        }

        synchronized void changed(ClusterId id) {
            pending.add(id);
            if (!onItsWay && !clock.isShutdown()) {
                onItsWay = true;
                long pause = PAUSE.toNanos() - (System.nanoTime() - lastTold);
                var _ = clock.schedule(this::tell, Math.max(0, pause), TimeUnit.NANOSECONDS);
            }
        }

        private void tell() {
            try {
                var _ = page.access(() -> {
                    Set<ClusterId> changed = take();
                    if (subscriptions.contains(this)) {
                        listener.accept(changed);
                    }
                });
            } catch (UIDetachedException e) {
                subscriptions.remove(this);
            }
        }

        private synchronized Set<ClusterId> take() {
            Set<ClusterId> changed = Set.copyOf(pending);
            pending.clear();
            onItsWay = false;
            lastTold = System.nanoTime();
            return changed;
        }
    }
}
