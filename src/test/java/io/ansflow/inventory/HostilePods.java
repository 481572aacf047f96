package io.ansflow.inventory;

import io.ansflow.testing.HostileServer;
import io.ansflow.testing.HostileServer.Behaviour;
import io.ansflow.testing.HostileServer.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as an API server does whose pods come in pages, except where it is told otherwise. Has nothing but pods. */
final class HostilePods implements Behaviour {
    static final String GONE = HostileServer.answer("410 Gone", "application/json", """
            {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Expired","code":410,\
            "message":"The provided continue parameter is too old"}""");

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, Behaviour> faults = new ConcurrentHashMap<>();
    private final List<List<String>> pages = new CopyOnWriteArrayList<>();
    private final AtomicInteger version = new AtomicInteger(100);
    private volatile Behaviour watch = connection -> events(connection).idle();

    /** From now on these are the pods, page by page. */
    HostilePods pages(List<?>... pods) {
        pages.clear();
        for (List<?> page : pods) {
            pages.add(page.stream().map(HostilePods::row).toList());
        }
        version.incrementAndGet();
        return this;
    }

    /** From now on a page is answered so; the first is 1. */
    void page(int number, Behaviour fault) {
        faults.put(token(number), fault);
    }

    /** From now on a page is answered so once, and then as it should be. */
    void pageOnce(int number, Behaviour fault) {
        faults.put(token(number), connection -> {
            faults.remove(token(number));
            fault.serve(connection);
        });
    }

    /** From now on watches of pods are answered so. */
    void watch(Behaviour behaviour) {
        watch = behaviour;
    }

    /** Everything is well. */
    void heal() {
        faults.clear();
        watch = connection -> events(connection).idle();
    }

    static Behaviour saying(String answer) {
        return connection -> connection.send(answer);
    }

    /** Whatever there is in the page, with the token of another one; null for none. */
    Behaviour leadingTo(int page, int next) {
        return connection -> connection.send(HostileServer.json(table(pages.get(page - 1), token(next))));
    }

    /** A page without rows that leads to another one. */
    Behaviour emptyBefore(int next) {
        return connection -> connection.send(HostileServer.json(table(List.of(), token(next))));
    }

    /** The beginning of a page that is announced to be longer. */
    Behaviour half(int page, Behaviour then) {
        return connection -> {
            String whole = HostileServer.json(table(pages.get(page - 1), ""));
            connection.send(whole.substring(0, whole.length() - 40));
            then.serve(connection);
        };
    }

    @Override
    public void serve(Connection connection) throws IOException {
        String request = connection.request();
        while (request != null) {
            String target = request.split(" ", 3)[1];
            boolean pods = target.startsWith("/api/v1/pods?");
            if (target.contains("watch=1")) {
                (pods ? watch : (Behaviour) other -> events(other).idle()).serve(connection);
                return;
            }
            if (pods) {
                String token =
                        target.contains("continue=") ? target.replaceAll(".*continue=([^&]*).*", "$1") : token(1);
                faults.getOrDefault(token, normal(token)).serve(connection);
            } else {
                connection.send(HostileServer.json(table(List.of(), "")));
            }
            request = connection.request();
        }
    }

    private Behaviour normal(String token) {
        int page = Integer.parseInt(token.substring("page-".length()));
        String next = page < pages.size() ? token(page + 1) : "";
        return connection -> connection.send(HostileServer.json(table(pages.get(page - 1), next)));
    }

    private static String token(int page) {
        return "page-" + page;
    }

    /** Begins a watch. */
    static Events events(Connection connection) throws IOException {
        connection.send(CHUNKED);
        return new Events(connection);
    }

    /** Tells what happened. */
    record Events(Connection connection) {
        Events changed(String name, int resourceVersion) throws IOException {
            return event("MODIFIED", name, resourceVersion);
        }

        Events deleted(String name, int resourceVersion) throws IOException {
            return event("DELETED", name, resourceVersion);
        }

        /** As a real server writes it. */
        Events bookmark(int resourceVersion) throws IOException {
            return raw("""
                    {"type":"BOOKMARK","object":{"kind":"Table","apiVersion":"meta.k8s.io/v1",\
                    "metadata":{"resourceVersion":"%1$d"},"columnDefinitions":null,"rows":[\
                    {"cells":["","0/0","",0,"<unknown>"],"object":{"kind":"PartialObjectMetadata",\
                    "metadata":{"resourceVersion":"%1$d","creationTimestamp":null}}}]}}
                    """.formatted(resourceVersion));
        }

        Events error(int code) throws IOException {
            return raw("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":" + code
                    + ",\"message\":\"too old resource version\"}}\n");
        }

        Events raw(String text) throws IOException {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            connection.send(Integer.toHexString(length) + "\r\n" + text + "\r\n");
            return this;
        }

        /** Nothing more happens. */
        void idle() {
            connection.hang();
        }

        /** The server ends the watch, properly. */
        void end() throws IOException {
            connection.send("0\r\n\r\n");
        }

        private Events event(String type, String name, int resourceVersion) throws IOException {
            String row = row(Map.of("name", name, "resourceVersion", Integer.toString(resourceVersion)));
            return raw("{\"type\":\"" + type + "\",\"object\":" + table(List.of(row), "", resourceVersion) + "}\n");
        }
    }

    private String table(List<String> rows, String token) {
        return table(rows, token, version.get());
    }

    private static String table(List<String> rows, String token, int resourceVersion) {
        return """
                {"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"%d","continue":"%s"},\
                "columnDefinitions":[{"name":"Name"},{"name":"Ready"},{"name":"Status"},{"name":"Restarts"},{"name":"Age"}],\
                "rows":[%s]}""".formatted(resourceVersion, token, String.join(",", rows));
    }

    /** A name, or a map of what is different from usual. */
    private static String row(Object pod) {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of(
                "namespace", "shop",
                "resourceVersion", "7",
                "creationTimestamp", "2026-01-01T00:00:00Z"));
        List<Object> cells = List.of("", "1/1", "Running", 0, "5d");
        if (pod instanceof Map<?, ?> unusual) {
            unusual.forEach((key, value) -> metadata.put(key.toString(), value));
            if (metadata.remove("cells") instanceof List<?> others) {
                cells = List.copyOf(others);
            }
        } else {
            metadata.put("name", pod);
        }
        metadata.putIfAbsent("uid", "uid-of-" + metadata.get("name"));
        return JSON.writeValueAsString(Map.of("cells", cells, "object", Map.of("metadata", metadata)));
    }
}
