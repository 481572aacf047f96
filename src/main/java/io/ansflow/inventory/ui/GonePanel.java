package io.ansflow.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.ResourceKey;

/** Takes the place of the panel of a resource that the inventory does not have, or has no longer. */
class GonePanel extends Aside {
    GonePanel(ResourceKey key, Runnable closed) {
        Button close = new Button(Translated.of("resource.close"), click -> closed.run());
        add(new H2(key.name()), new ListMessage(Icon.QUESTION, "resource.gone", close));
        addClassName("resource-panel");
    }
}
