package io.ansflow.base;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes away the shutdown hook in which H2 closes its databases: it runs beside Spring's, so jobs and requests that are
 * being ended found the database closed. The connection pool closes it, as the last. H2's own switch for this,
 * {@code DB_CLOSE_ON_EXIT=FALSE}, is refused together with {@code AUTO_SERVER=TRUE}, so its private field has to be read.
 */
@Component
@ConditionalOnClass(name = H2ClosesLast.HOOK)
class H2ClosesLast {
    static final String HOOK = "org.h2.engine.OnExitDatabaseCloser";

    private static final Logger log = LoggerFactory.getLogger(H2ClosesLast.class);

    @EventListener(ApplicationReadyEvent.class)
    void removeHook() {
        try {
            var instance = Class.forName(HOOK).getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            Runtime.getRuntime().removeShutdownHook((Thread) instance.get(null));
        } catch (ReflectiveOperationException | IllegalStateException e) {
            log.debug("H2 closes its databases by itself", e);
        }
    }
}
