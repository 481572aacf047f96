package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;
import java.util.Optional;

/**
 * What can be done to one resource, offered in the head of its panel. Every bean of this type adds something, in the
 * {@linkplain org.springframework.core.annotation.Order order} of the beans.
 */
public interface ResourceActions {

    /**
     * Buttons for the resource, which stay as long as its panel shows the same object, whatever becomes of that; empty if
     * there is nothing to do, or the user of the current page may do nothing.
     */
    Optional<Component> offer(Resource resource);
}
