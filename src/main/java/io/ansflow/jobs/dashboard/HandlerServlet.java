package io.ansflow.jobs.dashboard;

import com.sun.net.httpserver.HttpHandler;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a handler of JobRunr's dashboard answer. What it answers is held until it is complete: JobRunr's handlers print
 * stack traces into it when they fail, even behind half an answer.
 */
final class HandlerServlet extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(HandlerServlet.class);

    /** Besides the handler's own policy for its scripts: nothing is fetched from, sent to or framed by anybody else. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
                    + " frame-ancestors 'self'";

    private final transient HttpHandler handler;

    HandlerServlet(HttpHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = new ByteArrayOutputStream();
        var exchange = new HandlerExchange(request, body);
        try {
            handler.handle(exchange);
        } catch (RuntimeException | IOException e) {
            log.debug("{} {}", request.getMethod(), request.getRequestURI(), e);
            refuse(request, response, e.toString());
            return;
        }
        if (exchange.getResponseCode() >= 500 || exchange.getResponseCode() < 0) {
            refuse(request, response, body.toString(StandardCharsets.UTF_8));
            return;
        }
        exchange.copyTo(response);
        response.addHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        if (!request.getMethod().equals("HEAD")) {
            response.setContentLength(body.size());
            body.writeTo(response.getOutputStream());
        }
    }

    /** Tells the browser a number only, under which the log has the rest. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, String problem)
            throws IOException {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("Incident {}: {} {}: {}", number, request.getMethod(), request.getRequestURI(), problem);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("Incident " + number);
    }
}
