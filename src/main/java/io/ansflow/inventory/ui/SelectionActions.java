package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What can be done to several resources of one kind at once. Rows of a kind can be selected if a bean of this type offers
 * something for it.
 */
public interface SelectionActions {

    /**
     * Buttons that are shown while rows are selected; empty if there is nothing to do to this kind, or the user of the current
     * page may do nothing.
     *
     * @param selected the selected resources in the moment of asking
     */
    Optional<Component> offer(Kind kind, Supplier<Set<Resource>> selected);
}
