package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.SecretValues;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a YAML text that nobody trusts: bounded in size, documents, depth and aliases, and of nothing but plain types. */
final class ManifestReader {
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 50;

    /** What the cluster decides about; a uid stays, to say which object is meant. */
    private static final List<String> OF_THE_CLUSTER =
            List.of("managedFields", "resourceVersion", "generation", "creationTimestamp", "selfLink");

    private ManifestReader() {}

    /** The objects of the text, in order; there is at least one. */
    static List<ManifestDocument> read(String yaml) throws Unreadable {
        if (yaml.length() > Manifests.MAX_LENGTH) {
            throw new Unreadable(null, Text.of("workload.manifest.size", Manifests.MAX_LENGTH / 1024));
        }
        List<ManifestDocument> documents = new ArrayList<>();
        try {
            for (Node node : yaml().composeAll(new StringReader(yaml))) {
                if (node.getTag().equals(Tag.NULL)) {
                    continue; // Nothing between two separators.
                }
                if (documents.size() == Manifests.MAX_DOCUMENTS) {
                    throw new Unreadable(
                            node.getStartMark(), Text.of("workload.manifest.documents", Manifests.MAX_DOCUMENTS));
                }
                documents.add(document(node));
            }
        } catch (MarkedYAMLException e) {
            throw new Unreadable(e.getProblemMark(), Text.of("workload.manifest.syntax"));
        } catch (YAMLException e) {
            throw new Unreadable(null, Text.of("workload.manifest.syntax"));
        }
        if (documents.isEmpty()) {
            throw new Unreadable(null, Text.of("workload.manifest.empty"));
        }
        return documents;
    }

    private static ManifestDocument document(Node node) throws Unreadable {
        Mark start = node.getStartMark();
        JsonNode tree = new YamlTree().of(node);
        if (!(tree instanceof ObjectNode object)
                || !isWord(object.path("apiVersion"))
                || !isWord(object.path("kind"))) {
            throw new Unreadable(start, Text.of("workload.manifest.object"));
        }
        if (object.path("items").isArray()) {
            throw new Unreadable(start, Text.of("workload.manifest.list"));
        }
        if (!(object.path("metadata") instanceof ObjectNode metadata)
                || !isWord(metadata.path("name"))
                || !ObjectRef.isName(metadata.path("name").asString(""))) {
            throw new Unreadable(start, Text.of("workload.manifest.name"));
        }
        String namespace = metadata.path("namespace").asString("");
        if (!namespace.isEmpty() && !ObjectRef.isName(namespace)) {
            throw new Unreadable(start, Text.of("workload.manifest.namespace"));
        }
        if (SecretValues.masked(object)) {
            throw new Unreadable(start, Text.of("workload.manifest.masked"));
        }
        metadata.remove(OF_THE_CLUSTER);
        object.remove("status");
        return new ManifestDocument(start.getLine() + 1, object);
    }

    private static boolean isWord(JsonNode node) {
        return node.isString() && !node.asString().isBlank();
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(Manifests.MAX_LENGTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        limits.setMergeOnCompose(true);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new YamlTree.Types());
    }
}
