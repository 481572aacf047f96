package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.inventory.ResourceOrder.By;
import io.ansflow.testing.Databases;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class QueryH2Test extends QueryContract {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }

    /** Of a million rows H2 would otherwise sort all for every page, which takes it many seconds. */
    @Test
    void pages_are_read_in_the_order_of_an_index() {
        ResourceQuery pods = ResourceQuery.of(PODS);
        Resource mark = inventory
                .slice(pods, ResourceOrder.DEFAULT, new Position.First(), 9)
                .resources()
                .getLast();
        List<ResourceQuery> filtered = List.of(
                pods,
                pods.clusters(Set.of(mark.key().cluster())),
                pods.namespaces(Set.of(mark.namespace())),
                pods.health(Set.of(Health.HEALTHY)));
        database.sql("set query_statistics true").update();
        for (By by : By.values()) {
            pages(pods, by, mark);
        }
        filtered.forEach(query -> pages(query, By.NAMESPACE, mark));
        List<String> statements = database.sql("select sql_statement from information_schema.query_statistics"
                        + " where sql_statement like 'select %from resource %order by%'")
                .query((row, number) -> row.getString(1))
                .list();
        database.sql("set query_statistics false").update();

        assertThat(statements)
                .hasSizeGreaterThan(20)
                .allSatisfy(statement -> assertThat(plan(statement)).contains("/* index sorted */"));
    }

    private void pages(ResourceQuery query, By by, Resource mark) {
        for (boolean descending : new boolean[] {false, true}) {
            var order = new ResourceOrder(by, descending);
            inventory.slice(query, order, new Position.First(), 5);
            inventory.slice(query, order, new Position.After(mark), 500);
        }
    }

    private String plan(String statement) {
        long parameters = statement.chars().filter(c -> c == '?').count();
        return database.sql("explain " + statement)
                .params(Collections.nCopies((int) parameters, 1))
                .query(String.class)
                .single();
    }
}
