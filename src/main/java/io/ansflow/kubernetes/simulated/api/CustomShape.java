package io.ansflow.kubernetes.simulated.api;

import java.util.Map;

/** The shape of objects of which only the metadata are known. */
final class CustomShape {

    static final Shape SHAPE = new Shape.Struct(
            "custom",
            false,
            () -> Map.of(
                    "apiVersion", Shape.Scalar.STRING,
                    "kind", Shape.Scalar.STRING,
                    "metadata", Schema.type("V1ObjectMeta")));

    private CustomShape() {}
}
