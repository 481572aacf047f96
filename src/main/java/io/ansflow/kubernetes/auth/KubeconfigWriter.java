package io.ansflow.kubernetes.auth;

import java.util.List;

/** Writes a kubeconfig of one context, and of that only what {@link KubeconfigContext} uses. */
final class KubeconfigWriter {
    private static final List<String> CLUSTER_KEYS =
            List.of("server", "certificate-authority-data", "tls-server-name", "proxy-url");
    private static final List<String> USER_KEYS =
            List.of("token", "client-certificate-data", "client-key-data", "username", "password");

    private KubeconfigWriter() {}

    /**
     * The switch {@code insecure-skip-tls-verify} is left out: whether a cluster is verified is kept beside the
     * kubeconfig, where it can be switched on again.
     */
    static String write(KubeconfigContext context) throws Refusal {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Config\n");
        yaml.append("current-context: ").append(quoted(context.name())).append('\n');
        yaml.append("contexts:\n- name: ").append(quoted(context.name())).append("\n  context:\n");
        yaml.append("    cluster: ").append(quoted(context.clusterName())).append('\n');
        yaml.append("    user: ").append(quoted(context.userName())).append('\n');
        yaml.append("clusters:\n- name: ").append(quoted(context.clusterName())).append("\n  cluster:\n");
        append(yaml, context.cluster(), CLUSTER_KEYS);
        yaml.append("users:\n- name: ").append(quoted(context.userName())).append("\n  user:\n");
        append(yaml, context.user(), USER_KEYS);
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, YamlMap map, List<String> keys) throws Refusal {
        for (String key : keys) {
            String value = map.text(key);
            if (value != null) {
                yaml.append("    ")
                        .append(key)
                        .append(": ")
                        .append(quoted(value))
                        .append('\n');
            }
        }
    }

    /** A double-quoted scalar: the style that can hold any string (YAML 1.1, section 9.1.2). */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
