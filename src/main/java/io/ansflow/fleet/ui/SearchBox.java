package io.ansflow.fleet.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.fleet.FleetSearch;
import org.jspecify.annotations.Nullable;

/** Opens the search over all clusters; so do Ctrl-K (on a Mac also Command-K) and, outside of text fields, the slash. */
public class SearchBox extends Button {
    private final transient FleetSearch search;
    private @Nullable Registration keys;
    private @Nullable SearchDialog dialog;

    public SearchBox(FleetSearch search) {
        this.search = search;
        addClassName("search-box");
        setIcon(Icon.SEARCH.create());
        setText(Translated.of("fleet.search"));
        Span key = new Span(Translated.of("fleet.search.key"));
        key.addClassName("search-key");
        key.getElement().setAttribute("aria-hidden", "true");
        setSuffixComponent(key);
        getElement().setAttribute("aria-keyshortcuts", Key.CONTROL.getKeys().getFirst() + "+K /");
        addClickListener(click -> open());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        keys = event.getUI()
                .getElement()
                .addEventListener("keydown", pressed -> open())
                // The browser's own use of the keys is prevented only where they mean this.
                .setFilter("""
                        ((event.key.toLowerCase() === 'k'
                            && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)
                          || (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
                            && !event.composedPath()[0].matches?.('input, textarea, select, [contenteditable]')))
                        && (event.preventDefault(), true)""");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (keys != null) {
            keys.remove();
            keys = null;
        }
        super.onDetach(event);
    }

    private void open() {
        if (dialog == null || !dialog.isOpened()) {
            dialog = new SearchDialog(search);
            dialog.open();
        }
    }
}
