package io.ansflow.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Brand;
import io.ansflow.base.ui.ColorSwitch;
import io.ansflow.base.ui.LanguageSwitch;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.SecretField;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.InvalidUser;
import io.ansflow.security.LoginSession;
import io.ansflow.security.Users;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;

/** Where a person changes the own password, or has to at the first login. */
@Route(value = ChangePasswordView.PATH, autoLayout = false)
@PermitAll
public class ChangePasswordView extends Main implements HasDynamicTitle {
    public static final String PATH = "password";

    private final transient Users users;
    private final transient LoginSession login;
    private final PasswordField current = field("password.current", "current-password");
    private final PasswordField chosen = field("password.new", "new-password");
    private final PasswordField repeated = field("password.repeat", "new-password");

    ChangePasswordView(Users users, LoginSession login, CurrentUser user, AuthenticationContext authentication) {
        this.users = users;
        this.login = login;
        boolean forced = user.mustChangePassword();
        Paragraph reason = new Paragraph(getTranslation(forced ? "password.forced" : "password.intro"));
        Button save = new Button(getTranslation("password.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        Button leave = forced
                ? new Button(getTranslation("password.logout"), click -> authentication.logout())
                : new Button(getTranslation("password.cancel"), click -> home());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = new Div(leave, save);
        buttons.addClassName("buttons");
        Div card = new Div(new Brand(), new H2(title()), reason, current, chosen, repeated, buttons);
        card.addClassName("entry-card");
        Div switches = new Div(new LanguageSwitch(), new ColorSwitch());
        switches.addClassName("entry-switches");
        add(card, switches);
        addClassName("entry");
        current.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", title());
    }

    private String title() {
        return getTranslation("password.title");
    }

    private void save() {
        if (!filled()) {
            return;
        }
        if (!chosen.getValue().equals(repeated.getValue())) {
            refuse(repeated, getTranslation("password.different"));
            return;
        }
        try {
            users.changePassword(current.getValue(), chosen.getValue());
        } catch (InvalidUser e) {
            Text why = e.text();
            PasswordField field = why.key().endsWith(".current") ? current : chosen;
            refuse(field, getTranslation(why.key(), why.arguments().toArray()));
            return;
        }
        login.renew();
        Notifications.success(getTranslation("password.changed"));
        home();
    }

    private boolean filled() {
        var empty = Stream.of(current, chosen, repeated)
                .peek(field -> field.setInvalid(false))
                .filter(PasswordField::isEmpty)
                .toList();
        empty.forEach(field -> refuse(field, getTranslation("password.required")));
        return empty.isEmpty();
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private static void home() {
        UI.getCurrent().navigate("");
    }

    private PasswordField field(String key, String autocomplete) {
        PasswordField field = new SecretField(getTranslation(key));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        return field;
    }
}
