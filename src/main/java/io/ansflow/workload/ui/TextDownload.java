package io.ansflow.workload.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A text that can be taken home as a file. */
class TextDownload extends Anchor {
    /** @param text asked for when somebody wants it, holding the session's lock */
    TextDownload(String fileName, Supplier<String> text) {
        setHref(DownloadHandler.fromInputStream(event -> {
            byte[][] bytes = new byte[1][];
            event.getUI().accessSynchronously(() -> bytes[0] = text.get().getBytes(StandardCharsets.UTF_8));
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes[0]), fileName, "text/plain;charset=utf-8", bytes[0].length);
        }));
        getElement().setAttribute("download", fileName);
        Button button = new Button(Translated.of("workload.download"), Icon.DOWNLOAD.create());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setTabIndex(-1);
        add(button);
    }
}
