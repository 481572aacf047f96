package io.ansflow.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.ansflow.base.ui.Brand;
import io.ansflow.base.ui.ColorSwitch;
import io.ansflow.base.ui.LanguageSwitch;
import io.ansflow.fleet.FleetSearch;
import io.ansflow.fleet.ui.SearchBox;
import io.ansflow.security.CurrentUser;
import jakarta.annotation.security.PermitAll;

/** The frame around every view: where one can go, who one is, in which language and colours. */
@Layout
@PermitAll
class MainLayout extends AppLayout {
    MainLayout(CurrentUser user, AuthenticationContext authentication, FleetSearch search) {
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("shell.navigation")));
        Scroller views = new Scroller(navigation());
        views.addClassName("shell-views");
        Footer footer =
                new Footer(new UserMenu(user, authentication), new Div(new LanguageSwitch(), new ColorSwitch()));
        footer.addClassName("shell-footer");
        addToDrawer(new Brand(), new SearchBox(search), views, footer);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.navigation"));
        addToNavbar(toggle, new Brand());
    }

    private SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        MenuConfiguration.getMenuEntries().stream().map(this::item).forEach(navigation::addItem);
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
        SvgIcon icon = new SvgIcon(entry.icon());
        icon.addClassName("icon");
        item.setPrefixComponent(icon);
        item.setMatchNested(true);
        return item;
    }
}
