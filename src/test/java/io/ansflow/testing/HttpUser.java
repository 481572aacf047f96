package io.ansflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser, as far as HTTP goes. */
public class HttpUser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String server;

    public HttpUser(int port) {
        this.server = "http://localhost:" + port;
    }

    public HttpUser login(String name, String password) throws Exception {
        var form = BodyPublishers.ofString("username=" + name + "&password=" + password);
        var request = request("/login").header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(http.send(request.POST(form).build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location"))
                .hasValue(server + "/");
        return this;
    }

    public void logout() throws Exception {
        String page = get("/login").body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).as(page).isTrue();
        var request = request("/logout").header("X-CSRF-TOKEN", csrf.group(1));
        http.send(request.POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    public HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /**
     * Sends nothing to a path.
     *
     * @param headers names and values in turns
     */
    public HttpResponse<String> post(String path, String... headers) throws Exception {
        var request = request(path).POST(BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Listens to server-sent events until it is closed. */
    public Events listen(String path) throws Exception {
        return new Events(
                http.send(request(path).build(), BodyHandlers.ofInputStream()).body());
    }

    public String server() {
        return server;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    public record Events(InputStream stream, BufferedReader reader) implements AutoCloseable {
        public Events(InputStream stream) {
            this(stream, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        }

        /** The next event's data; blocks until there is one. */
        public String next() throws IOException {
            String line = reader.readLine();
            while (line != null && !line.startsWith("data: ")) {
                line = reader.readLine();
            }
            return line == null ? "" : line.substring("data: ".length());
        }

        /** Reads until the server ends the stream. */
        public void awaitEnd() throws IOException {
            while (reader.readLine() != null) {
                // What comes until then does not matter.
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
