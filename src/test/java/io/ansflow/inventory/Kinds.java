package io.ansflow.inventory;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The kinds that the application has, as its beans. */
final class Kinds {
    static final List<ResourceKind> ALL = load();

    private Kinds() {}

    static ResourceKind kind(String id) {
        return ALL.stream()
                .filter(kind -> kind.kind().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ResourceKind> load() {
        try (var context = new AnnotationConfigApplicationContext("io.ansflow.inventory.kind")) {
            return context.getBeanProvider(ResourceKind.class).orderedStream().toList();
        }
    }
}
