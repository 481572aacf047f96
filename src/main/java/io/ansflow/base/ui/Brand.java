package io.ansflow.base.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The application's mark and name. */
public class Brand extends Span {
    public Brand() {
        Image logo = new Image("images/logo.svg", "");
        add(logo, new Span(getTranslation("app.name")));
        addClassName("brand");
    }
}
