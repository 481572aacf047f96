package io.ansflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedFieldsFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"managedFields\":[{\"f:a\":{\"f:b\":[1]}}],\"name\":\"web\"} # {\"managedFields\":[],\"name\":\"web\"}",
                "{\"managedFields\" : \t[ {\"manager\":\"a]}\\\"\\\\\"} ] ,\"a\":1} # {\"managedFields\" : \t[] ,\"a\":1}",
                "[{\"managedFields\":[[[]]]},{\"managedFields\":[]}] # [{\"managedFields\":[]},{\"managedFields\":[]}]",
            })
    void what_is_in_managed_fields_is_passed_over(String json, String expected) throws IOException {
        assertThat(filtered(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"labels\":{\"managedFields\":\"a\",\"b\":[1]}}",
                "{\"a\":\"managedFields\",\"b\":[1]}",
                "[\"managedFields\",[1]]",
                "{\"managedFields\":null,\"b\":[1]}",
                "{\"managedFields\":{\"a\":3},\"b\":[1]}",
                "{\"managedFieldsToo\":[1],\"managedField\":[2],\"xmanagedFields\":[3],\"\\u006danagedFields\":[4]}",
                "{\"text\":\"{\\\"managedFields\\\":[1,2]}\",\"b\":[1]}",
                "{\"日本\":[\"\\\\\"],\"b\":[1]}",
            })
    void everything_else_stays_as_it_is(String json) throws IOException {
        assertThat(filtered(json)).isEqualTo(json);
    }

    @Test
    void a_body_that_breaks_off_within_them_ends_there() throws IOException {
        assertThat(filtered("{\"a\":1,\"managedFields\":[{\"f:b\":")).isEqualTo("{\"a\":1,\"managedFields\":[");
    }

    /** However the bytes come. */
    private static String filtered(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String whole = read(new ManagedFieldsFilter(new ByteArrayInputStream(bytes)), bytes.length + 1);
        for (int size = 1; size < 20; size++) {
            assertThat(read(new ManagedFieldsFilter(new ByteArrayInputStream(bytes)), size))
                    .isEqualTo(whole);
        }
        InputStream singly = new ManagedFieldsFilter(new ByteArrayInputStream(bytes));
        StringBuilder read = new StringBuilder();
        for (int next = singly.read(); next >= 0; next = singly.read()) {
            read.append((char) next);
        }
        assertThat(read.toString().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(whole.getBytes(StandardCharsets.UTF_8));
        return whole;
    }

    private static String read(InputStream json, int size) throws IOException {
        byte[] all = new byte[1000];
        int length = 0;
        for (int read = json.read(all, 0, size); read >= 0; read = json.read(all, length, size)) {
            length += read;
        }
        return new String(all, 0, length, StandardCharsets.UTF_8);
    }
}
