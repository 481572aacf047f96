package io.ansflow.kubernetes.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API, and what it is called when it is refused.
 *
 * @param verb of RBAC: get, list, create
 * @param resource of RBAC, or the path where there is none
 * @param object what it is about, as {@code shop/deployments/web}; the resource where it is about many
 * @param method of HTTP
 * @param path from the root of the API
 * @param body to be sent, or null
 */
record Question(
        String verb,
        String resource,
        String object,
        String method,
        String path,
        Map<String, String> query,
        String accept,
        @Nullable Body body) {
    private static final String JSON = "application/json";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    static final Question VERSION = get("/version", "/version");

    static final Question SELF = new Question(
            "create",
            "selfsubjectreviews.authentication.k8s.io",
            "selfsubjectreviews.authentication.k8s.io",
            "POST",
            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
            Map.of(),
            JSON,
            Body.json("{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}"));

    /**
     * What is sent with a request. Holds the values of Secrets at times: its {@code toString} shows nothing.
     *
     * @param type of its content
     */
    record Body(String type, String text) {
        static Body json(String text) {
            return new Body(JSON, text);
        }

        @Override
        public String toString() {
            return "Body[" + type + "]";
        }
    }

    /** A question that is answered by one JSON document. */
    static Question get(String resource, String path) {
        return new Question("get", resource, resource, "GET", path, Map.of(), JSON, null);
    }

    /** A Table of a core resource in all namespaces, its rows without their objects. */
    static Question table(String resource) {
        return new Question(
                "list", resource, resource, "GET", "/api/v1/" + resource, Map.of("includeObject", "None"), TABLE, null);
    }

    /**
     * A collection over all namespaces as a Table, its rows with the metadata of their objects.
     *
     * @param verb list or watch
     * @param path {@code /apis/apps/v1/deployments}
     */
    static Question collection(String verb, String path) {
        String[] segments = path.split("/", -1);
        String plural = segments[segments.length - 1];
        String resource = segments[1].equals("apis") ? plural + "." + segments[2] : plural;
        return new Question(verb, resource, resource, "GET", path, Map.of("includeObject", "Metadata"), TABLE, null);
    }

    Question with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Question(verb, resource, object, method, path, more, accept, body);
    }

    Question without(String parameter) {
        Map<String, String> less = new LinkedHashMap<>(query);
        less.remove(parameter);
        return new Question(verb, resource, object, method, path, less, accept, body);
    }

    /** Whether question or answer may hold values of Secrets. */
    boolean aboutSecrets() {
        return resource.equals("secrets");
    }

    /** As people write requests: {@code GET /version}. */
    String label() {
        return method + " " + path;
    }

    Request request(HttpUrl server, Map<String, String> headers) {
        HttpUrl.Builder url = server.newBuilder().addPathSegments(path.substring(1));
        query.forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder().url(url.build());
        headers.forEach(request::header);
        request.header("Accept", accept).header("User-Agent", "ansflow");
        return request.method(method, body == null ? null : new SentOnce(body)).build();
    }

    /** Not sent again by itself when the connection breaks meanwhile: it may have done its work. */
    private static final class SentOnce extends RequestBody {
        private final MediaType type;
        private final byte[] bytes;

        SentOnce(Body body) {
            type = MediaType.get(body.type());
            bytes = body.text().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
