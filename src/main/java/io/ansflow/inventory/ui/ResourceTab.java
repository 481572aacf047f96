package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;

/**
 * A tab of the panel that shows one resource. Every bean of this type adds one, in the
 * {@linkplain org.springframework.core.annotation.Order order} of the beans: this is how features above the inventory show
 * what they know of a resource.
 */
public interface ResourceTab {

    /** Key of its title. */
    String title();

    /** Whether resources of this kind have such a tab, for the user of the current page. */
    boolean suits(Resource resource);

    /** What it shows; made when a person opens it, and again when they choose another resource. */
    Component content(Resource resource);
}
