package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what an answer means that is not the one that was asked for. */
final class AnswerFailures {
    private static final int MOST_OF_AN_ERROR = 64 * 1024;

    /** What an API server says, in plain text, of a group or version that it does not serve. */
    private static final String NO_SUCH_PATH = "404 page not found";

    private static final JsonMapper JSON = new JsonMapper();

    private final String server;
    private final @Nullable Instant credentialExpiresAt;
    private final Excerpt excerpt;
    private final Refusals refusals;

    /** @param server host:port */
    AnswerFailures(String server, @Nullable Instant credentialExpiresAt, Excerpt excerpt) {
        this.server = server;
        this.credentialExpiresAt = credentialExpiresAt;
        this.excerpt = excerpt;
        this.refusals = new Refusals(excerpt);
    }

    /** What a status means that is not 2xx. */
    ClusterFailure status(Response response, Question question) {
        int status = response.code();
        return switch (status) {
            case 401 -> unauthorized();
            case 429 -> rateLimited(response);
            default -> {
                if (response.isRedirect()) {
                    yield redirect(response);
                }
                String body = beginning(response);
                yield status >= 500 ? serverError(status, body, question) : refused(response, body, question);
            }
        };
    }

    /** What it means that the body cannot be read as what was asked for; {@code body} is its beginning. */
    ClusterFailure notKubernetes(Response response, String body) {
        return ClusterFailure.of(
                FailureCode.NOT_KUBERNETES,
                server,
                String.valueOf(response.code()),
                excerpt.of(Objects.requireNonNullElse(response.header("Content-Type"), ""), 60),
                excerpt.ofBeginning(body, 80));
    }

    private ClusterFailure unauthorized() {
        return credentialExpiresAt != null && credentialExpiresAt.isBefore(Instant.now())
                ? ClusterFailure.of(
                        FailureCode.CREDENTIAL_EXPIRED,
                        credentialExpiresAt.truncatedTo(ChronoUnit.SECONDS).toString())
                : ClusterFailure.of(FailureCode.UNAUTHORIZED, server);
    }

    /** Anybody may answer so; only a Kubernetes API explains itself by a Status. */
    private ClusterFailure refused(Response response, String body, Question question) {
        JsonNode status = explanation(body);
        if (status != null) {
            return refusals.of(response.code(), status, question);
        }
        boolean version = question.equals(Question.VERSION);
        if (response.code() == 403 && !version) {
            return ClusterFailure.of(FailureCode.FORBIDDEN, question.verb(), question.resource());
        }
        if (response.code() == 404 && !version && body.strip().equals(NO_SUCH_PATH)) {
            return ClusterFailure.because(FailureCode.NOT_FOUND, "api", question.resource());
        }
        return notKubernetes(response, body);
    }

    private ClusterFailure rateLimited(Response response) {
        String seconds = Objects.requireNonNullElse(response.header("Retry-After"), "");
        return seconds.matches("\\d{1,5}")
                ? ClusterFailure.because(FailureCode.RATE_LIMITED, "retry-after", server, seconds)
                : ClusterFailure.of(FailureCode.RATE_LIMITED, server);
    }

    private ClusterFailure redirect(Response response) {
        HttpUrl target = response.request().url().resolve(Objects.requireNonNullElse(response.header("Location"), ""));
        return ClusterFailure.because(
                FailureCode.NOT_KUBERNETES,
                "redirect",
                server,
                String.valueOf(response.code()),
                target == null ? Excerpt.UNKNOWN : excerpt.of(target.host(), 100));
    }

    /** What a server says of a Secret that it could not handle may repeat its values. */
    private ClusterFailure serverError(int status, String body, Question question) {
        JsonNode explained = explanation(body);
        return explained == null || question.aboutSecrets()
                ? ClusterFailure.of(FailureCode.SERVER_ERROR, server, String.valueOf(status))
                : ClusterFailure.because(
                        FailureCode.SERVER_ERROR,
                        "explained",
                        server,
                        String.valueOf(status),
                        excerpt.of(explained.path("message").asString(""), 200));
    }

    /** What an error means that the server reports after a beginning of success. */
    ClusterFailure reported(int code, String message) {
        return ClusterFailure.because(
                FailureCode.SERVER_ERROR, "explained", server, String.valueOf(code), excerpt.of(message, 200));
    }

    /** The body as a Status ({@code meta/v1}), or null if it is none. */
    private static @Nullable JsonNode explanation(String body) {
        try {
            JsonNode status = JSON.readTree(body);
            return status.path("kind").asString("").equals("Status") ? status : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String beginning(Response response) {
        try {
            return new String(response.body().byteStream().readNBytes(MOST_OF_AN_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
