package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.TableApi.ChangeSink;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableRow;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads the events of a watch whose objects are Tables, until nothing more comes. Between two events the server has the
 * patience's idle time, within one the usual time for reading.
 */
final class WatchReader {
    private static final int GONE = 410;
    private static final int TOO_LARGE_RESOURCE_VERSION = 504;

    private final ChangeSink changes;
    private final Reported reported;
    private final TableReader tables = new TableReader(this::take);
    private String type = "";
    private String resourceVersion;
    private boolean withinEvent;

    /** @param since where the watch began */
    WatchReader(String since, ChangeSink changes, Reported reported) {
        this.resourceVersion = since;
        this.changes = changes;
        this.reported = reported;
    }

    /** What an error means that the server reports instead of an event. */
    @FunctionalInterface
    interface Reported {
        ClusterFailure failure(int code, String message);
    }

    /** @throws Malformed if these are no events */
    Answer<WatchEnd> read(Listening body) throws IOException {
        body.betweenEvents();
        // To make a parser is to wait for the first bytes.
        try (JsonParser json = TableReader.parser(body.bytes())) {
            while (!body.timeIsUp()) {
                next(json);
                body.withinEvent();
                ServerError error = event(json);
                if (error != null) {
                    return ended(error);
                }
                withinEvent = false;
                body.betweenEvents();
            }
        } catch (JacksonIOException e) {
            if (withinEvent || !(e.getCause() instanceof SocketTimeoutException)) {
                throw e;
            }
        }
        return Answer.of(new WatchEnd.CaughtUp(resourceVersion));
    }

    private void next(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            // A server that ends a watch before we do has not told us that there is nothing more.
            throw new EOFException("the watch ended before its time");
        }
        TableReader.expect(token, JsonToken.START_OBJECT);
        withinEvent = true;
    }

    /** What the server says instead of an event. */
    private record ServerError(int code, String message) {}

    private @Nullable ServerError event(JsonParser json) throws IOException {
        ServerError error = null;
        type = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("type")) {
                type = json.getValueAsString("");
            } else if (!field.equals("object")) {
                json.skipChildren();
            } else if (type.equals("ERROR")) {
                error = error(json);
            } else {
                String version = tables.table(json).resourceVersion();
                resourceVersion = version.isEmpty() ? resourceVersion : version;
            }
        }
        return error;
    }

    private void take(TableRow row) throws IOException {
        if (!row.resourceVersion().isEmpty()) {
            resourceVersion = row.resourceVersion();
        }
        switch (type) {
            case "ADDED", "MODIFIED" -> changes.changed(ObjectRows.check(row));
            case "DELETED" -> changes.deleted(ObjectRows.check(row));
            case "BOOKMARK" -> {}
            default -> throw new Malformed("no event of a watch");
        }
    }

    private static ServerError error(JsonParser json) throws IOException {
        int code = 0;
        String message = "";
        TableReader.expect(json.currentToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "code" -> code = json.getValueAsInt();
                case "message" -> message = Objects.requireNonNullElse(json.getValueAsString(), "");
                default -> json.skipChildren();
            }
        }
        return new ServerError(code, message);
    }

    private Answer<WatchEnd> ended(ServerError error) {
        return switch (error.code()) {
            case GONE, TOO_LARGE_RESOURCE_VERSION -> Answer.of(new WatchEnd.Expired());
            default -> Answer.failed(reported.failure(error.code(), error.message()));
        };
    }
}
