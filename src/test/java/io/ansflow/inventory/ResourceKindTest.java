package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kinds make of recorded Tables. */
class ResourceKindTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:41:36Z");

    static Stream<String> tables() {
        return Stream.concat(
                Kinds.ALL.stream().map(kind -> kind.kind().id().value()),
                Stream.of("jobs-1.33", "pods-1.33", "horizontalpodautoscalers-1.33"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void understands_the_status_of_every_recorded_row(String table) {
        RecordedTable recorded = RecordedTable.of(table);
        Map<String, RecordedTable.Expected> found = new LinkedHashMap<>();
        recorded.rows().forEach(row -> {
            StoredRow stored = RowMapper.map(Kinds.kind(recorded.kind()), row, NOW);
            found.put(row.name(), new RecordedTable.Expected(stored.health(), stored.status()));
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(recorded.expected());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void finds_every_one_of_its_columns_in_what_the_server_sends(String table) {
        RecordedTable recorded = RecordedTable.of(table);
        Kind kind = Kinds.kind(recorded.kind()).kind();
        assertThat(recorded.rows().getFirst().headings())
                .containsAll(kind.columns().stream().map(Column::heading).toList());
        assertThat(kind.columns().stream().map(Column::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pods          | running       | {ready=2/2, restarts=3, node=inv-ready, ip=10.0.7.127}
            pods-1.33     | restarted     | {ready=1/1, restarts=5, node=node-7, ip=10.1.2.3}
            nodes         | inv-lost      | {roles=worker, version=v1.20.2, internalIp=192.168.7.4, externalIp=203.0.113.9, osImage=Debian GNU/Linux 12 (bookworm), kernelVersion=6.1.0-21-amd64, containerRuntime=containerd://1.7.13}
            deployments   | partly        | {upToDate=3, available=2, containers=app,sidecar, images=registry.example/team/api:2.3.1,envoy:1.31, selector=app=partly}
            jobs          | complete      | {completions=1/1, duration=2m30s, containers=main, images=busybox:1.37, selector=controller-uid=d6148eb1-591f-4de0-98fc-1d559eb8784b}
            jobs          | failed        | {completions=0/1, containers=main, images=busybox:1.37, selector=controller-uid=4eda58c8-d4a2-4714-8eaa-a76870198af7}
            cronjobs      | never         | {schedule=0 3 * * *, active=0, containers=main, images=busybox:1.37}
            cronjobs      | waiting       | {schedule=0 3 * * *, active=0, lastSchedule=2026-01-01T18:41:36Z, containers=main, images=busybox:1.37}
            services      | inside        | {type=ClusterIP, clusterIp=10.0.51.115, ports=80/TCP,9090/UDP, selector=app=shop}
            ingresses     | shop          | {class=nginx, hosts=shop.example.com, address=203.0.113.8, ports=80}
            secrets       | password      | {type=Opaque, data=2}
            configmaps    | empty         | {data=0}
            """)
    void keeps_the_columns_that_people_know(String table, String resource, String cells) {
        RecordedTable recorded = RecordedTable.of(table);
        StoredRow stored = RowMapper.map(Kinds.kind(recorded.kind()), recorded.row(resource), NOW);
        assertThat(RowMapper.cells(stored.cells())).hasToString(cells);
    }

    @Test
    void what_is_being_deleted_is_terminating_whatever_its_cells_say() {
        var row = RecordedTable.of("deployments").row("available");
        var deleting = new io.ansflow.kubernetes.TableRow(
                row.headings(),
                row.cells(),
                row.namespace(),
                row.name(),
                row.uid(),
                row.resourceVersion(),
                row.createdAt(),
                true,
                row.labels(),
                row.owners());
        StoredRow stored = RowMapper.map(Kinds.kind("deployments"), deleting, NOW);
        assertThat(stored.health()).isEqualTo(Health.PROGRESSING);
        assertThat(stored.status()).isEqualTo("Terminating");
    }

    @Test
    void no_value_of_a_secret_is_in_what_is_stored() {
        var row = RecordedTable.of("secrets").row("password");
        assertThat(RowMapper.map(Kinds.kind("secrets"), row, NOW).toString())
                .doesNotContain("aHVudGVyMg")
                .doesNotContain("last-applied");
    }

    @Test
    void a_row_of_another_shape_than_expected_is_kept_with_what_it_has() {
        var row = new io.ansflow.kubernetes.TableRow(
                java.util.List.of("Name", "Something"),
                java.util.List.of("x"),
                "",
                "x",
                "u",
                "1",
                null,
                false,
                Map.of(),
                java.util.List.of());
        for (ResourceKind kind : Kinds.ALL) {
            assertThat(RowMapper.map(kind, row, NOW).name()).isEqualTo("x");
        }
    }
}
