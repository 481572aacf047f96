package io.ansflow.kubernetes.simulated.api;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The rules for names, labels and keys, and the API's words for who breaks them. */
final class Names {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DNS_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int ANNOTATIONS_LENGTH = 256 * 1024;

    /** Their names may have colons. */
    private static final Set<String> FREELY_NAMED = Set.of(
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io");

    private Names() {}

    static void object(Kind kind, JsonNode metadata, Complaints complaints) {
        JsonNode name = metadata.path("name");
        if (name.asString("").isEmpty()) {
            complaints.required("metadata.name", "name or generateName is required");
        } else if (kind.name().equals("namespaces")) {
            label("metadata.name", name, complaints);
        } else if (kind.name().equals("services")) {
            service(name, complaints);
        } else if (!FREELY_NAMED.contains(kind.name())) {
            subdomain("metadata.name", name, complaints);
        }
        metadata.path("labels").forEachEntry((key, value) -> {
            qualified("metadata.labels", key, complaints);
            labelValue("metadata.labels", value, complaints);
        });
        int[] length = {0};
        metadata.path("annotations").forEachEntry((key, value) -> {
            qualified("metadata.annotations", key.toLowerCase(java.util.Locale.ROOT), complaints);
            length[0] += key.length() + value.asString("").length();
        });
        if (length[0] > ANNOTATIONS_LENGTH) {
            complaints.invalid("metadata.annotations", "", "Too long: must have at most 262144 bytes");
        }
    }

    static void label(String field, JsonNode value, Complaints complaints) {
        if (!fits(DNS_LABEL, value, LABEL_LENGTH)) {
            complaints.invalid(
                    field,
                    value,
                    value.asString("").length() > LABEL_LENGTH
                            ? "must be no more than 63 characters"
                            : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                                    + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
                                    + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
        }
    }

    private static void service(JsonNode value, Complaints complaints) {
        if (!fits(DNS_1035, value, LABEL_LENGTH)) {
            complaints.invalid(
                    "metadata.name",
                    value,
                    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                            + " character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used"
                            + " for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')");
        }
    }

    static void subdomain(String field, JsonNode value, Complaints complaints) {
        if (!fits(DNS_SUBDOMAIN, value, SUBDOMAIN_LENGTH)) {
            complaints.invalid(
                    field,
                    value,
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                            + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation"
                            + " is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        }
    }

    static void configKey(String field, String key, Complaints complaints) {
        if (!CONFIG_KEY.matcher(key).matches() || key.length() > SUBDOMAIN_LENGTH) {
            complaints.invalid(
                    field + "[" + key + "]",
                    "\"" + key + "\"",
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                            + " 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
        }
    }

    private static void qualified(String field, String key, Complaints complaints) {
        int slash = key.indexOf('/');
        boolean prefix =
                slash < 0 || (DNS_SUBDOMAIN.matcher(key.substring(0, slash)).matches() && slash <= SUBDOMAIN_LENGTH);
        String name = key.substring(slash + 1);
        if (!prefix || name.length() > LABEL_LENGTH || !QUALIFIED.matcher(name).matches()) {
            complaints.invalid(
                    field,
                    "\"" + key + "\"",
                    name.length() > LABEL_LENGTH
                            ? "name part must be no more than 63 characters"
                            : "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with"
                                    + " an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                                    + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        }
    }

    private static void labelValue(String field, JsonNode value, Complaints complaints) {
        if (!fits(LABEL_VALUE, value, LABEL_LENGTH)) {
            complaints.invalid(
                    field,
                    value,
                    value.asString("").length() > LABEL_LENGTH
                            ? "must be no more than 63 characters"
                            : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
                                    + " must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
                                    + " '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        }
    }

    private static boolean fits(Pattern pattern, JsonNode value, int longest) {
        String text = value.asString("");
        return text.length() <= longest && pattern.matcher(text).matches();
    }
}
