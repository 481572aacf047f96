package io.ansflow.security.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where a person logs in. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main {
    public static final String PATH = "login";

    LoginView() {
        LoginForm form = new LoginForm();
        form.setAction(PATH);
        add(form);
    }
}
