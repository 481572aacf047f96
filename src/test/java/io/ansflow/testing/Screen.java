package io.ansflow.testing;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people see, point at, or have read to them. */
public final class Screen {
    private static final List<String> ATTRIBUTES = List.of("title", "aria-label", "placeholder", "alt");
    private static final List<String> PROPERTIES = List.of(
            "label",
            "placeholder",
            "helperText",
            "errorMessage",
            "accessibleName",
            "header",
            "headerTitle",
            "message",
            "confirmText",
            "cancelText",
            "text");

    private Screen() {}

    /** Every text on the page, dialogs and notifications included. */
    public static Stream<String> texts() {
        return _find(Component.class).stream().flatMap(Screen::own);
    }

    /** Every text of a part of the page. */
    public static Stream<String> texts(Component part) {
        return _find(part, Component.class).stream().flatMap(Screen::own);
    }

    /** The same as one string, to look for words in. */
    public static String text(Component part) {
        return String.join("\n", texts(part).toList());
    }

    /** The cells of a row of a table, by the keys of its visible columns. */
    public static <T> List<Component> row(Grid<T> grid, int row) {
        return grid.getColumns().stream()
                .filter(Component::isVisible)
                .map(column -> GridKt._getCellComponent(grid, row, Objects.requireNonNull(column.getKey())))
                .toList();
    }

    private static Stream<String> own(Component component) {
        Element element = component.getElement();
        Stream<String> attributes = ATTRIBUTES.stream().map(element::getAttribute);
        Stream<String> properties = PROPERTIES.stream().map(element::getProperty);
        Stream<String> text = IntStream.range(0, element.getChildCount())
                .mapToObj(element::getChild)
                .filter(Element::isTextNode)
                .map(Element::getText);
        return Stream.of(attributes, properties, text)
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .filter(found -> !found.isBlank());
    }
}
