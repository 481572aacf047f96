package io.ansflow.jobs.dashboard;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/** The open event streams, and what ends them besides their browser: the end of the login, and of the application. */
class EventStreams implements HttpSessionListener, SmartLifecycle {
    private final Map<EventStream, HttpSession> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    void add(EventStream stream, HttpSession session) {
        open.put(stream, session);
        if (!running) {
            stream.close();
        }
    }

    void remove(EventStream stream) {
        open.remove(stream);
    }

    /** How many browsers listen. */
    int size() {
        return open.size();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String ended = event.getSession().getId();
        open.forEach((stream, session) -> {
            if (session.getId().equals(ended)) {
                stream.close();
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server, which waits for requests that are under way. */
    @Override
    public void stop() {
        running = false;
        open.keySet().forEach(EventStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
