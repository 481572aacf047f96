package io.ansflow.inventory.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import java.util.List;
import java.util.Set;

/** The kinds of resources, each a link to the same list of that kind. */
class KindChips extends Nav {
    private final transient List<Kind> kinds;

    KindChips(List<Kind> kinds) {
        this.kinds = kinds;
        addClassNames("chips", "kind-chips");
        setAriaLabel(Translated.of("resources.column.kind"));
    }

    /** Links to what is shown now, with another kind. */
    void show(ResourceAddress now) {
        Set<KindId> chosen = now.query().kinds();
        removeAll();
        add(chip(Translated.of("resources.kind.all"), now, Set.of(), chosen.isEmpty()));
        kinds.forEach(kind -> add(chip(kind.name(), now, Set.of(kind.id()), chosen.contains(kind.id()))));
    }

    private static Anchor chip(String word, ResourceAddress now, Set<KindId> wanted, boolean chosen) {
        Anchor link = new Anchor(now.with(now.query().kinds(wanted)).closed().href(), word);
        link.addClassName("chip");
        link.setClassName("pressed", chosen);
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
