package io.ansflow.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import io.ansflow.base.ui.Icon;

/** A page that says in a friendly way that there is nothing to see. */
abstract class ErrorPage extends Main implements HasDynamicTitle {
    private String title = "";

    /** @param key of the texts {@code .title} and {@code .text}; the arguments are the text's */
    void show(Icon icon, String key, Object... arguments) {
        title = getTranslation(key + ".title");
        removeAll();
        add(icon.create(), new H1(title), new Paragraph(getTranslation(key + ".text", arguments)), home());
        addClassName("message-page");
    }

    private RouterLink home() {
        RouterLink home = new RouterLink();
        home.setText(getTranslation("error.home"));
        home.getElement().setAttribute("href", "");
        return home;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", title);
    }
}
