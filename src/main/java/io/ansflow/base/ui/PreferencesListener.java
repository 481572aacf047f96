package io.ansflow.base.ui;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Applies the {@link Preferences} before anything is shown, so that no page flashes in the wrong colours or language. */
@Component
class PreferencesListener implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(session ->
                        Preferences.language(session.getRequest()).ifPresent(session.getSession()::setLocale));
        event.addIndexHtmlRequestListener(PreferencesListener::color);
    }

    private static void color(IndexHtmlResponse page) {
        ColorScheme.Value colors = Preferences.colors(page.getVaadinRequest());
        Element html = page.getDocument().head().parent();
        if (html != null) {
            html.attr("theme", colors.getThemeValue());
            html.attr("style", "color-scheme: " + colors.getValue());
        }
    }
}
