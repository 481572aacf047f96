package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;

/**
 * Brings news to the pages that show what they are about. A page is told at once, and then at most every {@link #PAUSE},
 * of all that changed in between: a flood of changes does not flood browsers.
 *
 * @param <T> names what changed
 */
public abstract class PageUpdates<T> implements DisposableBean {
    /** How long a page is left alone after it was told. */
    static final Duration PAUSE = Duration.ofMillis(250);

    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ui-changes").daemon().factory());

    /** What changed is brought to every page that subscribed. Call it on any thread. */
    protected void publish(T changed) {
        subscriptions.forEach(subscription -> subscription.changed(changed));
    }

    /** Calls the listener, holding the page's lock, with what changed. Remove the registration when the view goes. */
    public Registration subscribe(UI page, Consumer<Set<T>> listener) {
        Subscription subscription = new Subscription(page, listener);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /**
     * The same for as long as the view is on a page. It is told of what changes after it was attached: what it shows by then
     * it reads afterwards.
     */
    public void follow(Component view, Consumer<Set<T>> listener) {
        view.addAttachListener(attach -> {
            Registration subscription = subscribe(attach.getUI(), listener);
            view.addDetachListener(detach -> {
                subscription.remove();
                detach.unregisterListener();
            });
        });
    }

    /** How many pages listen. */
    public int subscribers() {
        return subscriptions.size();
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    private class Subscription {
        private final UI page;
        private final Consumer<Set<T>> listener;
        private final Set<T> pending = new HashSet<>();
        private boolean onItsWay;
        private long lastTold = System.nanoTime() - PAUSE.toNanos();

        Subscription(UI page, Consumer<Set<T>> listener) {
            this.page = page;
            this.listener = listener;
        }

        synchronized void changed(T what) {
            pending.add(what);
            if (!onItsWay && !clock.isShutdown()) {
                onItsWay = true;
                long pause = PAUSE.toNanos() - (System.nanoTime() - lastTold);
                var _ = clock.schedule(this::tell, Math.max(0, pause), TimeUnit.NANOSECONDS);
            }
        }

        private void tell() {
            try {
                var _ = page.access(() -> {
                    Set<T> changed = take();
                    if (subscriptions.contains(this)) {
                        listener.accept(changed);
                    }
                });
            } catch (UIDetachedException e) {
                subscriptions.remove(this);
            }
        }

        private synchronized Set<T> take() {
            Set<T> changed = Set.copyOf(pending);
            pending.clear();
            onItsWay = false;
            lastTold = System.nanoTime();
            return changed;
        }
    }
}
