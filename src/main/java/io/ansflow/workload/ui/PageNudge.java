package io.ansflow.workload.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a page look at what other threads found: at once, and then at most four times a second. */
final class PageNudge {
    static final Duration PAUSE = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(PageNudge.class);

    private final UI page;
    private final Runnable look;
    /** Guarded by this. */
    private boolean onItsWay;
    /** Guarded by this. */
    private long lastLook = System.nanoTime() - PAUSE.toNanos();

    /** @param look called holding the page's lock */
    PageNudge(UI page, Runnable look) {
        this.page = page;
        this.look = look;
    }

    /** There is something new. Call it on any thread. */
    synchronized void nudge() {
        if (!onItsWay) {
            onItsWay = true;
            long pause = Math.max(0, PAUSE.toNanos() - (System.nanoTime() - lastLook));
            Thread.ofVirtual().name("ui-nudge").start(() -> lookAfter(Duration.ofNanos(pause)));
        }
    }

    private void lookAfter(Duration pause) {
        try {
            Thread.sleep(pause);
            var _ = page.access(() -> {
                looking();
                look.run();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UIDetachedException e) {
            log.debug("The page is gone");
        }
    }

    /** What comes from now on needs another look. */
    private synchronized void looking() {
        onItsWay = false;
        lastLook = System.nanoTime();
    }
}
