package io.ansflow.security.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where a person changes the own password, or has to at the first login. */
@Route(value = ChangePasswordView.PATH, autoLayout = false)
@PermitAll
public class ChangePasswordView extends Main {
    public static final String PATH = "password";
}
