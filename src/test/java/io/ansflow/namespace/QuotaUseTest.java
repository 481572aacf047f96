package io.ansflow.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class QuotaUseTest {

    @Test
    void reads_what_kubectl_prints_of_a_quota() {
        assertThat(QuotaUse.parse("pods: 3/10, requests.cpu: 1500m/2, requests.nvidia.com/gpu: 1/4"))
                .extracting(
                        QuotaUse.Line::resource,
                        line -> line.hard().text(),
                        line -> line.ratio().orElse(-1))
                .containsExactly(
                        tuple("pods", "10", 0.3),
                        tuple("requests.cpu", "2", 0.75),
                        tuple("requests.nvidia.com/gpu", "4", 0.25));
    }

    @Test
    void what_was_not_counted_yet_has_no_use() {
        assertThat(QuotaUse.parse("pods: /10")).singleElement().satisfies(line -> {
            assertThat(line.used()).isNull();
            assertThat(line.ratio()).isEmpty();
        });
    }

    @Test
    void leaves_out_what_is_no_amount() {
        assertThat(QuotaUse.parse("")).isEmpty();
        assertThat(QuotaUse.parse("<none>, pods: 1/many")).isEmpty();
    }
}
