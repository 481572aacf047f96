package io.ansflow.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ansflow.base.Messages;
import io.ansflow.kubernetes.object.KubeObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is made of YAML that nobody trusts. */
@Timeout(60)
class ManifestReaderTest {
    private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    private static final Messages MESSAGES = new Messages();

    @Test
    void documents_know_their_line() throws Unreadable {
        List<ManifestDocument> documents =
                ManifestReader.read("# first\n---\n" + HEAD + "---\n---\n\n# second\n" + HEAD);
        assertThat(documents).extracting(ManifestDocument::line).containsExactly(3, 10);
        assertThat(documents).extracting(ManifestDocument::name).containsOnly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1             | 1
            -7            | -7
            0644          | 420
            0x1F          | 31
            1.50          | 1.50
            1e3           | 1E+3
            yes           | true
            Off           | false
            ~             | null
            null          | null
            1:30          | "1:30"
            2026-03-01    | "2026-03-01"
            1_000         | "1_000"
            "1"           | "1"
            'yes'         | "yes"
            500m          | "500m"
            v1.2          | "v1.2"
            !!str 12      | "12"
            <<            | "<<"
            """)
    void scalars_are_what_kubectl_takes_them_for(String yaml, String json) throws Unreadable {
        assertThat(value(HEAD + "data: [" + yaml + "]\n").path(0).toString()).isEqualTo(json);
    }

    @Test
    void aliases_and_merge_keys_are_resolved() throws Unreadable {
        JsonNode data = value(HEAD + "base: &base {x: 1, y: 2}\ndata:\n  a: *base\n  b:\n    <<: *base\n    y: 3\n");
        assertThat(data).isEqualTo(value(HEAD + "data: {a: {x: 1, y: 2}, b: {x: 1, y: 3}}\n"));
    }

    @Test
    void what_the_cluster_decides_about_is_left_out() throws Unreadable {
        ManifestDocument document = ManifestReader.read("""
                apiVersion: v1
                kind: Service
                metadata: {name: a, uid: u, resourceVersion: '5', generation: 3, creationTimestamp: null, managedFields: []}
                spec: {type: ClusterIP}
                status: {loadBalancer: {}}
                """).getFirst();
        assertThat(document.object().propertyNames()).containsExactly("apiVersion", "kind", "metadata", "spec");
        assertThat(document.object().path("metadata").propertyNames()).containsExactly("name", "uid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: [1                                                       | syntax    | 2
            a: b: c                                                     | syntax    | 1
            `a: "\\q"`                                                  | syntax    | 1
            just text                                                   | object    | 1
            [1, 2]                                                      | object    | 1
            {kind: ConfigMap, metadata: {name: a}}                      | object    | 1
            {apiVersion: 1, kind: ConfigMap, metadata: {name: a}}       | object    | 1
            {apiVersion: v1, kind: ConfigMap}                           | name      | 1
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a/b}}    | name      | 1
            {apiVersion: v1, kind: ConfigMap, metadata: {generateName: a}} | name   | 1
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ../x}} | namespace | 1
            {apiVersion: v1, kind: List, items: []}                     | list      | 1
            {a: 1, a: 2}                                                | duplicate | 1
            {? [1] : 2}                                                 | key       | 1
            a: !!java.net.URL [x]                                       | syntax    | 1
            a: !custom x                                                | tag       | 1
            a: !!int abc                                                | number    | 1
            &a [*a]                                                     | aliases   | 1
            `# nothing`                                                 | empty     | 0
            """)
    void says_what_is_wrong_and_where(String yaml, String problem, int line) {
        assertProblem(yaml + "\n", problem, line);
    }

    @Test
    void masked_values_are_refused() {
        assertProblem(
                "---\napiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {p: '" + KubeObject.MASK + "'}\n",
                "masked",
                2);
    }

    @Test
    void a_text_is_bounded() {
        assertProblem("#".repeat(Manifests.MAX_LENGTH + 1), "size", 0);
        assertProblem(
                (HEAD + "---\n").repeat(Manifests.MAX_DOCUMENTS + 1), "documents", 4 * Manifests.MAX_DOCUMENTS + 1);
        assertProblem("a: " + "[".repeat(100) + "]".repeat(100), "syntax", 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 3})
    void aliases_cannot_stand_for_more_than_a_text_may_have(int width) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [" + "x,".repeat(2000) + "x]\n");
        for (int level = 1; level <= 9; level++) {
            bomb.append("a" + level + ": &a" + level + " [" + ("*a" + (level - 1) + ",").repeat(width - 1) + "*a"
                    + (level - 1) + "]\n");
        }
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> ManifestReader.read(bomb.toString()));
        assertThat(unreadable.problem().text().key()).isIn("workload.manifest.aliases", "workload.manifest.syntax");
    }

    @Test
    void what_is_written_is_read_again() throws Unreadable {
        String json =
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a','managedFields':[{}],'labels':{'on':'yes',"
                        + "'n':'1','d':'2026-01-01','e':'','o':'0644'}},'data':{'script':'line 1\\n  line 2\\n','emoji':'😀 中文',"
                        + "'tab':'a\\tb \\n','colon':'a: b # c'},'list':[1,1.5,true,null,{}],'empty':[]}";
        KubeObject object = KubeObjects.of(json);
        String yaml = ManifestWriter.write(object);
        assertThat(yaml).doesNotContain("managedFields").contains("  script: |\n    line 1\n      line 2\n");
        var expected = object.copy();
        expected.withObjectProperty("metadata").remove("managedFields");
        assertThat(ManifestReader.read(yaml).getFirst().object()).hasToString(expected.toString());
    }

    private static JsonNode value(String yaml) throws Unreadable {
        return ManifestReader.read(yaml).getFirst().object().path("data");
    }

    private static void assertProblem(String yaml, String problem, int line) {
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> ManifestReader.read(yaml));
        assertThat(unreadable).isNotNull();
        assertThat(unreadable.problem().text().key()).isEqualTo("workload.manifest." + problem);
        if (line > 0) {
            assertThat(unreadable.problem().line()).isEqualTo(line);
        }
        for (Locale language : Messages.LANGUAGES) {
            assertThat(MESSAGES.get(language, unreadable.problem().text())).doesNotContainPattern("\\{\\d}");
        }
    }
}
