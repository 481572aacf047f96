package io.ansflow.cluster;

import io.ansflow.kubernetes.ClusterFailure;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps failures as JSON. */
@Converter
class FailuresConverter implements AttributeConverter<List<ClusterFailure>, String> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ClusterFailure>> FAILURES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<ClusterFailure> failures) {
        return JSON.writeValueAsString(failures);
    }

    @Override
    public List<ClusterFailure> convertToEntityAttribute(String json) {
        return JSON.readValue(json, FAILURES);
    }
}
