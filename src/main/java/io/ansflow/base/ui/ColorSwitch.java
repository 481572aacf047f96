package io.ansflow.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.EnumMap;
import java.util.Map;

/** Light, dark, or as the operating system has it. */
public class ColorSwitch extends MenuBar {
    private static final Map<ColorScheme.Value, Icon> CHOICES = new EnumMap<>(Map.of(
            ColorScheme.Value.LIGHT, Icon.SUN,
            ColorScheme.Value.DARK, Icon.MOON,
            ColorScheme.Value.SYSTEM, Icon.SCREEN));

    private final Map<ColorScheme.Value, MenuItem> items = new EnumMap<>(ColorScheme.Value.class);
    private final MenuItem root;

    public ColorSwitch() {
        addThemeVariants(MenuBarVariant.TERTIARY);
        root = addItem(new SvgIcon());
        root.setAriaLabel(getTranslation("colors.switch"));
        CHOICES.forEach((colors, icon) -> {
            MenuItem item = root.getSubMenu().addItem(getTranslation("colors." + colors), click -> choose(colors));
            item.addComponentAsFirst(icon.create());
            item.setCheckable(true);
            items.put(colors, item);
        });
        show(Preferences.colors(VaadinRequest.getCurrent()));
    }

    private void choose(ColorScheme.Value colors) {
        Preferences.rememberColors(colors);
        UI.getCurrent().getPage().setColorScheme(colors);
        show(colors);
    }

    private void show(ColorScheme.Value colors) {
        root.removeAll();
        root.add(CHOICES.getOrDefault(colors, Icon.SCREEN).create());
        items.forEach((choice, item) -> item.setChecked(choice == colors));
    }
}
