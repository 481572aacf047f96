package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Says what a Status ({@code meta/v1}) of 4xx means. HTTP's code and the Status' reason do not tell the rights of a
 * credential from quotas, policies and webhooks; the messages do, and are the same since Kubernetes 1.9.
 */
final class Refusals {
    private static final int MESSAGE_LENGTH = 500;
    private static final int MOST_FIELDS = 8;
    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** From k8s.io/apiserver {@code responsewriters.forbiddenMessage}. */
    private static final Pattern NOT_ALLOWED = Pattern.compile(
            "User \"[^\"]*\" cannot (\\w+) (?:path|resource) \"([^\"]*)\"(?: in API group \"([^\"]*)\")?");

    private static final Pattern QUOTA = Pattern.compile("exceeded quota: |failed quota: ");
    private static final Pattern WEBHOOK = Pattern.compile("admission webhook \"[^\"]*\" denied the request");
    private static final Pattern POLICY = Pattern.compile("ValidatingAdmissionPolicy '[^']*'.* denied request");
    private static final Pattern TERMINATING = Pattern.compile("because it is being terminated");

    /** Of a deletion, before the object is looked at and after; of a patch; of a patch before Kubernetes 1.22. */
    private static final Pattern OTHER_UID = Pattern.compile("Precondition failed: UID in precondition"
            + "|the UID in the precondition .* does not match"
            + "|metadata.uid: Invalid value: .* field is immutable");

    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");

    /** A decoder's error repeats what it was given, which may be a value of a Secret. */
    private static final Pattern CONTEXT = Pattern.compile(",? error found in #.*", Pattern.DOTALL);

    private final Excerpt excerpt;

    Refusals(Excerpt excerpt) {
        this.excerpt = excerpt;
    }

    ClusterFailure of(int code, JsonNode status, Question question) {
        String message = status.path("message").asString("");
        if (WEBHOOK.matcher(message).find()) {
            return refused("webhook", status, question);
        }
        if (OTHER_UID.matcher(message).find()) {
            return ClusterFailure.because(FailureCode.CONFLICT, "replaced", question.object());
        }
        return switch (code) {
            case 403 -> forbidden(message, status, question);
            case 404 -> notFound(status, question);
            case 409 -> conflict(status, question);
            case 410 -> ClusterFailure.of(FailureCode.EXPIRED, question.object());
            default ->
                POLICY.matcher(message).find()
                        ? ClusterFailure.of(FailureCode.REFUSED, question.object(), shown(status, question))
                        : ClusterFailure.of(FailureCode.INVALID, question.object(), shown(status, question));
        };
    }

    private ClusterFailure forbidden(String message, JsonNode status, Question question) {
        Matcher notAllowed = NOT_ALLOWED.matcher(message);
        if (notAllowed.find()) {
            String group = notAllowed.group(3);
            return ClusterFailure.of(
                    FailureCode.FORBIDDEN,
                    notAllowed.group(1),
                    excerpt.of(notAllowed.group(2) + (group == null || group.isEmpty() ? "" : "." + group), 100));
        }
        if (READING.contains(question.verb())) {
            return ClusterFailure.of(FailureCode.FORBIDDEN, question.verb(), question.resource());
        }
        if (QUOTA.matcher(message).find()) {
            return refused("quota", status, question);
        }
        return TERMINATING.matcher(message).find()
                ? ClusterFailure.because(FailureCode.REFUSED, "terminating", question.object())
                : ClusterFailure.of(FailureCode.REFUSED, question.object(), shown(status, question));
    }

    private ClusterFailure refused(String reason, JsonNode status, Question question) {
        return ClusterFailure.because(FailureCode.REFUSED, reason, question.object(), shown(status, question));
    }

    /** What is missing need not be what was asked for: a namespace, a definition. */
    private ClusterFailure notFound(JsonNode status, Question question) {
        String name = status.path("details").path("name").asString("");
        if (name.isEmpty()) {
            return ClusterFailure.because(FailureCode.NOT_FOUND, "api", question.resource());
        }
        String kind = status.path("details").path("kind").asString("");
        boolean itself =
                question.object().endsWith("/" + name) && question.resource().startsWith(kind);
        return ClusterFailure.of(
                FailureCode.NOT_FOUND, itself ? question.object() : excerpt.of(kind + "/" + name, 200));
    }

    private ClusterFailure conflict(JsonNode status, Question question) {
        if (status.path("reason").asString("").equals("AlreadyExists")) {
            return ClusterFailure.of(FailureCode.ALREADY_EXISTS, question.object());
        }
        List<JsonNode> causes = causes(status).stream()
                .filter(cause -> cause.path("reason").asString("").equals("FieldManagerConflict"))
                .toList();
        if (!causes.isEmpty()) {
            return ClusterFailure.because(
                    FailureCode.CONFLICT,
                    "owner",
                    question.object(),
                    excerpt.of(
                            causes.stream().map(Refusals::manager).distinct().collect(Collectors.joining(", ")), 200),
                    excerpt.of(fields(causes), MESSAGE_LENGTH));
        }
        return ClusterFailure.of(FailureCode.CONFLICT, question.object(), shown(status, question));
    }

    private static String manager(JsonNode cause) {
        Matcher matcher = MANAGER.matcher(cause.path("message").asString(""));
        return matcher.find() ? matcher.group(1) : Excerpt.UNKNOWN;
    }

    private static String fields(List<JsonNode> causes) {
        String shown = causes.stream()
                .limit(MOST_FIELDS)
                .map(cause -> cause.path("field").asString(""))
                .collect(Collectors.joining(", "));
        return causes.size() > MOST_FIELDS ? shown + ", …" : shown;
    }

    /** The server's message; of what holds secrets only the fields that it complains about. */
    private String shown(JsonNode status, Question question) {
        if (question.aboutSecrets()) {
            return excerpt.of(fields(causes(status)), MESSAGE_LENGTH);
        }
        return excerpt.of(CONTEXT.matcher(status.path("message").asString("")).replaceFirst(""), MESSAGE_LENGTH);
    }

    private static List<JsonNode> causes(JsonNode status) {
        return StreamSupport.stream(status.path("details").path("causes").spliterator(), false)
                .toList();
    }
}
