package io.ansflow.jobs.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.server.sse.SseExchange;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;

/** Tells which listener on the store belongs to which request, so that it can be removed when the browser leaves. */
class RecordingSseHandler extends JobRunrSseHandler {
    private static final String LISTENER = "listener";

    RecordingSseHandler(StorageProvider storage, JsonMapper json) {
        super(storage, json);
    }

    @Override
    protected SseExchange createSseExchange(HttpExchange exchange) throws IOException {
        SseExchange listener = super.createSseExchange(exchange);
        exchange.setAttribute(LISTENER, listener);
        return listener;
    }

    /** Removes the exchange's listener, if it has got one. */
    static void close(HttpExchange exchange) {
        if (exchange.getAttribute(LISTENER) instanceof SseExchange listener) {
            listener.close();
        }
    }
}
