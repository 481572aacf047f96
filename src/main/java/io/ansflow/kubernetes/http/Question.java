package io.ansflow.kubernetes.http;

import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API, and what it is called when it is refused.
 *
 * @param verb of RBAC: get, list, create
 * @param resource of RBAC, or the path where there is none
 * @param path from the root of the API
 * @param body JSON to be posted; null for GET
 */
record Question(
        String verb,
        String resource,
        String path,
        Map<String, String> query,
        String accept,
        @Nullable String body) {
    private static final String JSON = "application/json";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    static final Question VERSION = new Question("get", "/version", "/version", Map.of(), JSON, null);

    static final Question SELF = new Question(
            "create",
            "selfsubjectreviews.authentication.k8s.io",
            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
            Map.of(),
            JSON,
            "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}");

    /** A Table of a core resource in all namespaces, its rows without their objects. */
    static Question table(String resource) {
        return new Question("list", resource, "/api/v1/" + resource, Map.of("includeObject", "None"), TABLE, null);
    }

    Question with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Question(verb, resource, path, more, accept, body);
    }

    Question without(String parameter) {
        Map<String, String> less = new LinkedHashMap<>(query);
        less.remove(parameter);
        return new Question(verb, resource, path, less, accept, body);
    }

    /** As people write requests: {@code GET /version}. */
    String label() {
        return (body == null ? "GET " : "POST ") + path;
    }

    Request request(HttpUrl server, Map<String, String> headers) {
        HttpUrl.Builder url = server.newBuilder().addPathSegments(path.substring(1));
        query.forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder().url(url.build());
        headers.forEach(request::header);
        request.header("Accept", accept).header("User-Agent", "ansflow");
        return body == null
                ? request.build()
                : request.post(RequestBody.create(body, MediaType.get(JSON))).build();
    }
}
