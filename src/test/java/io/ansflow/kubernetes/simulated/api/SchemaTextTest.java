package io.ansflow.kubernetes.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SchemaTextTest {
    @Test
    void the_types_that_are_served_are_those_of_the_client_library() throws IOException {
        assertThat(Files.readString(SchemaText.FILE)).isEqualTo(SchemaText.text());
    }
}
