package io.ansflow.kubernetes.auth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kubeconfig as it was read: contexts, each of which names a cluster and a user. */
record Kubeconfig(YamlMap document) {

    /** Names of the contexts, the current one first, otherwise in the order of the file. */
    List<String> contexts() throws Refusal {
        List<String> names = new ArrayList<>();
        for (YamlMap context : document.maps("contexts")) {
            String name = context.text("name");
            if (name != null) {
                names.add(name);
            }
        }
        String current = document.text("current-context");
        names.sort(Comparator.comparing(name -> !name.equals(current)));
        return names;
    }

    /** The context to use where none was chosen. */
    String currentContext() throws Refusal {
        if (contexts().isEmpty()) {
            throw Refusal.kubeconfig("no-contexts");
        }
        String current = document.text("current-context");
        if (current == null) {
            throw Refusal.kubeconfig("no-current-context");
        }
        return current;
    }

    /** The cluster and the user of one context; the others are not looked at. */
    KubeconfigContext context(String chosen) throws Refusal {
        YamlMap context = entry("contexts", "context", chosen);
        if (context == null) {
            throw Refusal.kubeconfig("no-such-context", shown(chosen));
        }
        String clusterName = context.text("cluster");
        YamlMap cluster = clusterName == null ? null : entry("clusters", "cluster", clusterName);
        if (clusterName == null || cluster == null) {
            throw Refusal.kubeconfig("cluster-missing", shown(chosen), shown(clusterName));
        }
        String userName = context.text("user");
        YamlMap user = userName == null ? null : entry("users", "user", userName);
        if (userName == null || user == null) {
            throw Refusal.kubeconfig("user-missing", shown(chosen), shown(userName));
        }
        return new KubeconfigContext(chosen, clusterName, cluster, userName, user);
    }

    private @Nullable YamlMap entry(String list, String kind, String name) throws Refusal {
        YamlMap found = null;
        for (YamlMap named : document.maps(list)) {
            if (name.equals(named.text("name"))) {
                if (found != null) {
                    throw Refusal.kubeconfig("duplicate-name", list, shown(name));
                }
                found = named.map(kind);
            }
        }
        return found;
    }

    private static String shown(@Nullable String name) {
        int most = 100;
        if (name == null) {
            return "–";
        }
        String printable = name.replaceAll("\\p{Cntrl}", "�");
        return printable.length() > most ? printable.substring(0, most) + "…" : printable;
    }
}
