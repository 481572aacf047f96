package io.ansflow.jobs.dashboard;

import com.sun.net.httpserver.HttpHandler;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what JobRunr has to tell as server-sent events for as long as the browser listens. The request keeps its thread
 * meanwhile: it is a virtual one, and this way nothing can write to a response that the container has taken back. JobRunr
 * accepts 41 listeners.
 */
final class EventStreamServlet extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(EventStreamServlet.class);

    /** A comment is sent when nothing happens for this long: it shows whether the browser is still there. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final transient HttpHandler handler;
    private final transient EventStreams streams;

    EventStreamServlet(HttpHandler handler, EventStreams streams) {
        this.handler = handler;
        this.streams = streams;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var stream = new EventStream();
        var exchange = new HandlerExchange(request, stream);
        streams.add(stream, request.getSession());
        try {
            handler.handle(exchange);
            exchange.copyTo(response);
            if (response.getStatus() == HttpServletResponse.SC_OK) {
                send(stream, response);
            }
        } catch (IllegalArgumentException | IllegalStateException noSuchStream) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.debug("A browser that listened to events is gone", e);
        } finally {
            streams.remove(stream);
            stream.close();
            RecordingSseHandler.close(exchange);
        }
    }

    private static void send(EventStream stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.flushBuffer();
        boolean last;
        do {
            last = stream.closed();
            byte[] events = stream.next(QUIET);
            response.getOutputStream().write(events.length == 0 && !last ? COMMENT : events);
            response.flushBuffer();
        } while (!last);
    }
}
