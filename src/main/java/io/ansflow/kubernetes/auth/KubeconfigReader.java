package io.ansflow.kubernetes.auth;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a kubeconfig that nobody trusts: one YAML document of bounded size, depth and aliases, without duplicate keys,
 * every scalar a string. What it says is judged by {@link KubeconfigContext}. No error repeats the text, which holds
 * secrets.
 */
final class KubeconfigReader {
    static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_ALIASES = 16;
    private static final int MAX_DEPTH = 20;

    private KubeconfigReader() {}

    static Kubeconfig read(String text) throws Refusal {
        if (text.isBlank()) {
            throw Refusal.kubeconfig("empty");
        }
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.kubeconfig("too-large", String.valueOf(MAX_BYTES / 1024));
        }
        if (!(document(text) instanceof Map<?, ?> map)) {
            throw Refusal.kubeconfig("not-kubeconfig");
        }
        return new Kubeconfig(new YamlMap("", map));
    }

    private static Object document(String text) throws Refusal {
        try {
            Iterator<Object> documents = yaml().loadAll(text).iterator();
            Object first = documents.hasNext() ? documents.next() : "";
            if (documents.hasNext()) {
                throw Refusal.kubeconfig("documents");
            }
            return first == null ? "" : first;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw Refusal.kubeconfig("syntax", mark == null ? "–" : String.valueOf(mark.getLine() + 1));
        } catch (YAMLException e) {
            throw Refusal.kubeconfig("syntax", "–");
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_BYTES);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new StringsOnly());
    }

    /** Takes no plain scalar for a number, a date or a truth value: a token of digits, or a cluster named "no", is text. */
    private static final class StringsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }
}
