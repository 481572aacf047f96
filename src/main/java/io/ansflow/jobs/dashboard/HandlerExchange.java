package io.ansflow.jobs.dashboard;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A servlet request as an exchange of the JDK's HTTP server, for whose handlers JobRunr's dashboard is written. */
final class HandlerExchange extends HttpExchange {
    private final HttpServletRequest request;
    private final OutputStream body;
    private final Headers headers = new Headers();
    private final Map<String, Object> attributes = new HashMap<>();
    private int status = -1;

    /** @param body takes what the handler answers */
    HandlerExchange(HttpServletRequest request, OutputStream body) {
        this.request = request;
        this.body = body;
    }

    /** Gives the servlet's response what the handler has set so far. */
    void copyTo(HttpServletResponse response) {
        response.setStatus(status);
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    /** The path as the container has decoded and normalised it, so that none leads out of where it belongs. */
    @Override
    public URI getRequestURI() {
        String info = request.getPathInfo();
        String path =
                UriUtils.encodePath(request.getServletPath() + (info == null ? "" : info), StandardCharsets.UTF_8);
        String query = request.getQueryString();
        return URI.create(query == null ? path : path + "?" + query);
    }

    @Override
    public String getRequestMethod() {
        return request.getMethod();
    }

    @Override
    public Headers getRequestHeaders() {
        Headers sent = new Headers();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(
                        name -> request.getHeaders(name).asIterator().forEachRemaining(v -> sent.add(name, v)));
        return sent;
    }

    @Override
    public InputStream getRequestBody() {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Headers getResponseHeaders() {
        return headers;
    }

    @Override
    public OutputStream getResponseBody() {
        return body;
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
        status = code;
    }

    /** -1 before the handler has answered. */
    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public String getProtocol() {
        return request.getProtocol();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved(request.getRemoteAddr(), request.getRemotePort());
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return InetSocketAddress.createUnresolved(request.getLocalAddr(), request.getLocalPort());
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return null;
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException("There is no server of the JDK");
    }

    @Override
    public void setStreams(InputStream input, OutputStream output) {
        throw new UnsupportedOperationException("There is no server of the JDK");
    }

    @Override
    public void close() {}
}
