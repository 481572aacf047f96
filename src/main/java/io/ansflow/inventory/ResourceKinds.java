package io.ansflow.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds, in their order. */
@Component
class ResourceKinds {
    private final List<ResourceKind> all;

    ResourceKinds(ObjectProvider<ResourceKind> kinds) {
        this.all = kinds.orderedStream().toList();
    }

    List<ResourceKind> all() {
        return all;
    }

    /** The kind that is called so: plural, singular or short, in any case. */
    Optional<ResourceKind> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(kind -> kind.kind().id().value().equals(wanted)
                        || kind.kind().name().toLowerCase(Locale.ROOT).equals(wanted)
                        || kind.shortNames().contains(wanted))
                .findFirst();
    }

    /** The place of a kind in the order; behind all for one that is unknown. */
    int place(KindId id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind().id().equals(id)) {
                return i;
            }
        }
        return all.size();
    }
}
