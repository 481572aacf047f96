package io.ansflow.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.ansflow.base.ui.Icon;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.ui.SecurityNavigation;

/** Who is logged in, as what, and what one can do about it. */
class UserMenu extends MenuBar {
    UserMenu(CurrentUser user, AuthenticationContext authentication) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("user-menu");
        Span name = new Span(user.name());
        name.addClassName("user-name");
        Span role =
                new Span(user.role().map(held -> getTranslation("role." + held)).orElse(""));
        role.addClassName("user-role");
        Span who = new Span(name, role);
        who.addClassName("user-who");
        MenuItem root = addItem(Icon.USER.create());
        root.add(who);
        root.setAriaLabel(getTranslation("shell.user", user.name()));
        fill(root.getSubMenu(), authentication);
    }

    private void fill(SubMenu menu, AuthenticationContext authentication) {
        MenuItem password = menu.addItem(
                getTranslation("shell.user.password"), click -> SecurityNavigation.changePassword(UI.getCurrent()));
        password.addComponentAsFirst(Icon.KEY.create());
        MenuItem logout = menu.addItem(getTranslation("shell.user.logout"), click -> authentication.logout());
        logout.addComponentAsFirst(Icon.LOGOUT.create());
    }
}
