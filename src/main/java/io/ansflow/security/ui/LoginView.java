package io.ansflow.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.ansflow.base.ui.Brand;
import io.ansflow.base.ui.ColorSwitch;
import io.ansflow.base.ui.LanguageSwitch;
import io.ansflow.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * Where a person logs in. The query says why somebody comes back: {@code error} after wrong input, {@code wait} with a
 * number of seconds after too much of it.
 */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "login";

    private final LoginForm form = new LoginForm();
    private final CurrentUser user;

    LoginView(CurrentUser user) {
        this.user = user;
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts("login.error.title", getTranslation("login.error.text")));
        // The form has no text for this button of its own.
        form.getElement()
                .executeJs(
                        "this.updateComplete.then(() => this.querySelector('vaadin-password-field').i18n = {reveal: $0})",
                        getTranslation("secret.reveal"));
        Div switches = new Div(new LanguageSwitch(), new ColorSwitch());
        switches.addClassName("entry-switches");
        Div card = new Div(new Brand(), form);
        card.addClassName("entry-card");
        add(card, switches);
        addClassName("entry");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!user.name().isEmpty()) {
            event.forwardTo("");
            return;
        }
        Location location = event.getLocation();
        String wait =
                seconds(location.getQueryParameters().getSingleParameter("wait").orElse(null));
        if (wait != null) {
            form.setI18n(texts("login.wait.title", getTranslation("login.wait.text", wait)));
        }
        form.setError(
                wait != null || location.getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("login.title"));
    }

    private LoginI18n texts(String errorTitle, String error) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("login.title"));
        texts.getForm().setUsername(getTranslation("login.username"));
        texts.getForm().setPassword(getTranslation("login.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        texts.getErrorMessage().setUsername(getTranslation("login.username.required"));
        texts.getErrorMessage().setPassword(getTranslation("login.password.required"));
        texts.getErrorMessage().setTitle(getTranslation(errorTitle));
        texts.getErrorMessage().setMessage(error);
        return texts;
    }

    /** Anybody can write anything into the address: only a number gets through. */
    private static @Nullable String seconds(@Nullable String wait) {
        return wait != null && wait.matches("\\d{1,5}") ? wait : null;
    }
}
