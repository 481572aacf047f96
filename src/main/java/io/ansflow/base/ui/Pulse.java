package io.ansflow.base.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells every open page regularly that time has passed, so that ages stay true. Nothing is sent if nothing changes. */
@Component
class Pulse implements VaadinServiceInitListener, DisposableBean {
    static final Duration PERIOD = Duration.ofSeconds(5);

    private final transient ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ui-pulse").daemon().factory());

    /** Time has passed. */
    static class Beat extends ComponentEvent<UI> {
        Beat(UI source) {
            super(source, false);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> beat(init.getUI()));
    }

    private void beat(UI ui) {
        Future<?> beating = clock.scheduleWithFixedDelay(
                () -> tell(ui), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        ui.addDetachListener(detach -> beating.cancel(false));
    }

    private static void tell(UI ui) {
        var _ = ui.access(() -> ComponentUtil.fireEvent(ui, new Beat(ui)));
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
