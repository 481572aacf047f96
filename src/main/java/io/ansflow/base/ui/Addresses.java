package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.History;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** Keeps the browser's address in step with what a view shows, so that it can be kept, sent to others and gone back to. */
public final class Addresses {
    private Addresses() {}

    /**
     * The view, if it is on a page, is at this address now. It is not navigated to: it shows that already.
     *
     * @param path from the application's root
     * @param replacing whether this is no step to go back through, as while typing
     */
    public static void remember(Component view, String path, QueryParameters parameters, boolean replacing) {
        view.getUI().ifPresent(ui -> {
            Location location = new Location(path, parameters);
            History history = ui.getPage().getHistory();
            if (replacing) {
                history.replaceState(null, location);
            } else {
                history.pushState(null, location);
            }
        });
    }

    /** A link within the application. */
    public static String of(String path, QueryParameters parameters) {
        return new Location(path, parameters).getPathWithQueryParameters();
    }
}
